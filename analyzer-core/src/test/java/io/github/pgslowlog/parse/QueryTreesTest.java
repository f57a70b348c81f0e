package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.sf.jsqlparser.parser.ParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which query becomes what. */
final class QueryTreesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          SELECT *                                    ==> (select *)
          SELECT a AS b, c "D" FROM t                 ==> (select (as a b) (as c D) (from t))
          SELECT NULL FROM t                          ==> (select (from t))
          SELECT DISTINCT a FROM t                    ==> (select distinct a (from t))
          SELECT DISTINCT ON (a, f(b)) c              ==> (select (distinct-on a (f b)) c)
          SELECT a FROM t WHERE b = $1                ==> (select a (from t) (where (= b $1)))
          SELECT a FROM t GROUP BY 1, b, c + d        ==> (select a (from t) (group #1 b (+ c d)))
          SELECT a FROM t GROUP BY (a, b), (c)        ==> (select a (from t) (group a b c))
          SELECT a FROM t GROUP BY a, ROLLUP (b, (c, d)) ==> (select a (from t) (group a (sets b c d)))
          SELECT a FROM t GROUP BY CUBE (a)           ==> (select a (from t) (group (sets a)))
          SELECT a FROM t GROUP BY GROUPING SETS ((a), (b, c), (), d) ==> (select a (from t) (group (sets a b c d)))
          SELECT a FROM t GROUP BY a HAVING count(*) > $1 ==> (select a (from t) (group a) (having (> (count *) $1)))
          SELECT a FROM t WINDOW w AS (PARTITION BY b ORDER BY c), v AS (ORDER BY d) ==> (select a (from t) (window (window w (partition b) (order c)) (window v (order d))))
          SELECT a FROM t ORDER BY 2, b DESC, c NULLS FIRST ==> (query (select a (from t)) (order #2 (sort b desc) (sort c nulls-first)))
          SELECT a FROM t ORDER BY 1000000002         ==> (query (select a (from t)) (order $2))
          SELECT a FROM t LIMIT $1 OFFSET $2          ==> (query (select a (from t)) (limit $1) (offset $2))
          SELECT a FROM t LIMIT 1000000003            ==> (query (select a (from t)) (limit $3))
          SELECT a FROM t LIMIT ALL                   ==> (select a (from t))
          SELECT a FROM t LIMIT NULL OFFSET $1        ==> (query (select a (from t)) (offset $1))
          SELECT a FROM t FETCH FIRST $1 ROWS ONLY    ==> (query (select a (from t)) (limit $1))
          SELECT a FROM t FETCH FIRST ROW ONLY        ==> (query (select a (from t)) (limit $0))
          SELECT a FROM t FOR UPDATE OF t SKIP LOCKED ==> (query (select a (from t)) lock)
          SELECT a FROM t FOR KEY SHARE               ==> (query (select a (from t)) lock)
          SELECT a INTO b FROM t                      ==> (select a (from t))
          TABLE t                                     ==> (select * (from t))
          VALUES ($1, $2), ($3, DEFAULT)              ==> (values ($1 $2) ($3 !default))
          VALUES ($1)                                 ==> (values ($1))
          ((SELECT a))                                ==> (select a)
          (SELECT a ORDER BY b) LIMIT $1              ==> (query (nested (query (select a) (order b))) (limit $1))
          SELECT a UNION SELECT b                     ==> (union (select a) (select b))
          SELECT a UNION ALL SELECT b UNION ALL SELECT c ==> (union-all (select a) (select b) (select c))
          SELECT a UNION ALL SELECT b EXCEPT SELECT c ==> (union (select a) (select b) (select c))
          SELECT a INTERSECT VALUES ($1)              ==> (union (select a) (values ($1)))
          SELECT a UNION SELECT b ORDER BY 1 LIMIT $1 ==> (query (union (select a) (select b)) (order #1) (limit $1))
          SELECT a UNION SELECT b LIMIT $1            ==> (query (union (select a) (select b)) (limit $1))
          SELECT a UNION (SELECT b LIMIT $1)          ==> (union (select a) (query (select b) (limit $1)))
          (SELECT a LIMIT $1) UNION SELECT b OFFSET $2 ==> (query (union (query (select a) (limit $1)) (select b)) (offset $2))
          """)
  void selects(String text, String tree) throws ParseException {
    assertThat(Trees.print(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          t                                           ==> t
          s.t AS x (p, q)                             ==> (as s.t x p q)
          db.s.t                                      ==> s.t
          "#id 0" "#id 1"                             ==> (as dotted.name quo"te)
          a, b                                        ==> a b
          a, b JOIN c ON d                            ==> a (inner b c (on d))
          a JOIN b ON c, d                            ==> (inner a b (on c)) d
          a JOIN b ON c LEFT JOIN d ON e              ==> (left (inner a b (on c)) d (on e))
          a LEFT OUTER JOIN b ON c                    ==> (left a b (on c))
          a RIGHT JOIN b ON c                         ==> (right a b (on c))
          a FULL JOIN b USING (c, d)                  ==> (full a b (using c d))
          a CROSS JOIN b                              ==> (cross a b)
          a NATURAL JOIN b                            ==> (natural-inner a b)
          a NATURAL LEFT JOIN b, c                    ==> (natural-left a b) c
          a JOIN (b JOIN c ON d) ON e                 ==> (inner a (inner b c (on d)) (on e))
          a JOIN b JOIN c ON d ON e                   ==> (inner a (inner b c (on d)) (on e))
          a LEFT JOIN b JOIN c ON d ON e JOIN f ON g  ==> (inner (left a (inner b c (on d)) (on e)) f (on g))
          a JOIN b CROSS JOIN c ON d                  ==> (inner a (cross b c) (on d))
          (a JOIN b ON c) AS x                        ==> (as (inner a b (on c)) x)
          ((a JOIN b ON c) LEFT JOIN d ON e)          ==> (left (inner a b (on c)) d (on e))
          (a CROSS JOIN b), c                         ==> (cross a b) c
          (SELECT a) x                                ==> (as (select a) x)
          (SELECT a UNION ALL SELECT b LIMIT $1) x    ==> (as (query (union-all (select a) (select b)) (limit $1)) x)
          a, LATERAL (SELECT b) x                     ==> a (as (lateral (select b)) x)
          a LEFT JOIN LATERAL (SELECT b) x ON TRUE    ==> (left a (as (lateral (select b)) x) (on !true))
          (VALUES ($1, $2), ($3, $4)) AS x (a, b)     ==> (as (values ($1 $2) ($3 $4)) x a b)
          (VALUES ($1, $2), ("#list 1")) AS x         ==> (as (values ($1 $2)) x)
          current_date AS x                           ==> (as (function !current_date) x)
          "current_date"                              ==> current_date
          f(a)                                        ==> (function (f a))
          s.f(a, $1) AS x (b)                         ==> (as (function (s.f a $1)) x b)
          (TABLE t) x                                   ==> (as (select * (from t)) x)
          f(a) WITH ORDINALITY AS x (b, c)            ==> (as (function (f a)) x b c)
          f(a) AS x (b int, c text)                   ==> (as (function (f a)) x b c)
          a, LATERAL f(a.b) x                         ==> a (as (function (f a.b)) x)
          ROWS FROM (f(a), g(b)) AS x                 ==> (as (function (f a) (g b)) x)
          json_table(a, '$1' COLUMNS (b int PATH '$2', NESTED PATH '$3' COLUMNS (c int))) x ==> (as (function a $1 $2 $3) x b c)
          xmltable('$1' PASSING a COLUMNS b int PATH '$2', c FOR ORDINALITY) x ==> (as (function $1 a $2) x b c)
          """)
  void fromItems(String text, String tree) throws ParseException {
    assertThat(Trees.print("SELECT FROM_ALL.z FROM " + text))
        .isEqualTo("(select from_all.z (from " + tree + "))");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          WITH x AS (SELECT a) SELECT b FROM x                ==> (query (with (x (select a))) (select b (from x)))
          WITH RECURSIVE x (c) AS (SELECT a UNION ALL SELECT b FROM x) SELECT c FROM x ==> (query (with-recursive (x (columns c) (union-all (select a) (select b (from x))))) (select c (from x)))
          WITH x AS MATERIALIZED (VALUES ($1)), "Y" AS NOT MATERIALIZED (SELECT b) SELECT a ==> (query (with (x (values ($1))) (Y (select b))) (select a))
          WITH x AS (SELECT a LIMIT $1) SELECT b UNION SELECT c ==> (query (with (x (query (select a) (limit $1)))) (union (select b) (select c)))
          WITH x AS (DELETE FROM t WHERE a RETURNING b) SELECT b FROM x ==> (query (with (x (delete t (where a) (returning b)))) (select b (from x)))
          WITH x AS (INSERT INTO t (a) VALUES ($1) RETURNING a), y AS (UPDATE u SET b = $1 RETURNING *) SELECT c ==> (query (with (x (insert t (columns a) (values ($1)) (returning a))) (y (update u (set (b $1)) (returning *)))) (select c))
          SELECT a FROM (WITH x AS (SELECT b) SELECT c FROM x) y ==> (select a (from (as (query (with (x (select b))) (select c (from x))) y)))
          """)
  void commonTables(String text, String tree) throws ParseException {
    assertThat(Trees.print(text)).isEqualTo(tree);
  }
}
