package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.sf.jsqlparser.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which INSERT, UPDATE, DELETE and MERGE becomes what. */
final class WriteTreesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          INSERT INTO t VALUES ($1)                           ==> (insert t (values ($1)))
          INSERT INTO s.t AS x (a, "B") VALUES ($1, DEFAULT)  ==> (insert (as s.t x) (columns a B) (values ($1 !default)))
          INSERT INTO t (a) VALUES ($1), ($2)                 ==> (insert t (columns a) (values ($1) ($2)))
          INSERT INTO t (a, b) VALUES ($1, $2), ("#list 1")   ==> (insert t (columns a b) (values ($1 $2)))
          INSERT INTO t (a[$1], b.c) VALUES ($2, $3)          ==> (insert t (columns a b) (values ($2 $3)))
          INSERT INTO t DEFAULT VALUES RETURNING a            ==> (insert t default (returning a))
          INSERT INTO t (a) OVERRIDING USER VALUE VALUES ($1) ==> (insert t (columns a) (values ($1)))
          INSERT INTO t (a) SELECT b FROM u WHERE c           ==> (insert t (columns a) (select b (from u) (where c)))
          INSERT INTO t SELECT a UNION SELECT b ORDER BY 1    ==> (insert t (query (union (select a) (select b)) (order #1)))
          INSERT INTO t (a) (SELECT b)                        ==> (insert t (columns a) (select b))
          INSERT INTO t (a) WITH x AS (SELECT b) SELECT c FROM x ==> (insert t (columns a) (query (with (x (select b))) (select c (from x))))
          WITH x AS (SELECT b) INSERT INTO t (a) SELECT c FROM x ==> (insert (with (x (select b))) t (columns a) (select c (from x)))
          INSERT INTO t (a) VALUES ($1) ON CONFLICT DO NOTHING ==> (insert t (columns a) (values ($1)) (conflict))
          INSERT INTO t (a) VALUES ($1) ON CONFLICT ON CONSTRAINT c DO NOTHING ==> (insert t (columns a) (values ($1)) (conflict))
          INSERT INTO t (a) VALUES ($1) ON CONFLICT (a, lower(b)) DO NOTHING ==> (insert t (columns a) (values ($1)) (conflict (on a (lower b))))
          INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) WHERE b > $2 DO UPDATE SET c = excluded.c, d = t.d + $3 WHERE t.e RETURNING a AS f ==> (insert t (columns a) (values ($1)) (conflict (on a) (index-where (> b $2)) (set (c excluded.c) (d (+ t.d $3))) (where t.e)) (returning (as a f)))
          INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET (b, c) = (excluded.b, $2) ==> (insert t (columns a) (values ($1)) (conflict (on a) (set (b c (row excluded.b $2)))))
          """)
  void inserts(String text, String tree) throws ParseException {
    assertThat(Trees.print(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          UPDATE t SET a = $1, b = DEFAULT                    ==> (update t (set (a $1) (b !default)))
          UPDATE s.t AS x SET a = x.a + $1 WHERE x.b = $2     ==> (update (as s.t x) (set (a (+ x.a $1))) (where (= x.b $2)))
          UPDATE t SET (a, b) = ($1, c)                       ==> (update t (set (a b (row $1 c))))
          UPDATE t SET (a, b) = (SELECT c, d FROM u)          ==> (update t (set (a b (select c d (from u)))))
          UPDATE t SET a[$1] = b, c.d = e                     ==> (update t (set (a b) (c e)))
          UPDATE t SET a[b] = c                               ==> (update t (set (a (other c b))))
          UPDATE t SET a = u.b FROM u JOIN v ON c, w WHERE d  ==> (update t (set (a u.b)) (from (inner u v (on c)) w) (where d))
          UPDATE t SET a = $1 RETURNING *, old.a, new.b, old.* ==> (update t (set (a $1)) (returning * old.a new.b old.*))
          WITH x AS (SELECT a) UPDATE t SET b = x.a FROM x    ==> (update (with (x (select a))) t (set (b x.a)) (from x))
          DELETE FROM t                                       ==> (delete t)
          DELETE FROM s.t x WHERE x.a = $1 RETURNING x.*      ==> (delete (as s.t x) (where (= x.a $1)) (returning x.*))
          DELETE FROM t USING u, (SELECT a) v WHERE b         ==> (delete t (using u (as (select a) v)) (where b))
          WITH x AS (SELECT a) DELETE FROM t USING x WHERE b  ==> (delete (with (x (select a))) t (using x) (where b))
          """)
  void updatesAndDeletes(String text, String tree) throws ParseException {
    assertThat(Trees.print(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          MERGE INTO t USING u ON t.a = u.a WHEN MATCHED AND u.b > $1 THEN UPDATE SET b = u.b, c = $2 ==> (merge t (using u) (on (= t.a u.a)) (when (and (> u.b $1)) (set (b u.b) (c $2))))
          MERGE INTO s.t AS x USING (SELECT a) y ON z WHEN MATCHED THEN DELETE ==> (merge (as s.t x) (using (as (select a) y)) (on z) (when))
          MERGE INTO t USING u ON a WHEN MATCHED THEN UPDATE SET (b, c) = (SELECT d, e) ==> (merge t (using u) (on a) (when (set (b c (select d e)))))
          MERGE INTO t USING u ON a WHEN NOT MATCHED AND b THEN INSERT (c, d) VALUES (u.c, DEFAULT) ==> (merge t (using u) (on a) (when (and b) (columns c d) (values u.c !default)))
          MERGE INTO t USING u ON a WHEN NOT MATCHED THEN INSERT VALUES (b) WHEN MATCHED AND c THEN DELETE ==> (merge t (using u) (on a) (when (values b)) (when (and c)))
          MERGE INTO t USING u ON a WHEN NOT MATCHED BY SOURCE AND b THEN DELETE ==> (merge t (using u) (on a) (when (and b)))
          WITH x AS (SELECT a) MERGE INTO t USING x ON b WHEN MATCHED THEN DELETE RETURNING c ==> (merge (with (x (select a))) t (using x) (on b) (when) (returning c))
          """)
  void merges(String text, String tree) throws ParseException {
    assertThat(Trees.print(text)).isEqualTo(tree);
  }

  @Test
  void otherStatementsHaveNoTree() throws ParseException {
    assertThat(Trees.convert("CREATE TABLE t (a int)")).isEmpty();
  }
}
