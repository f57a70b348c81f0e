package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.sf.jsqlparser.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which expression becomes what. */
final class ExpressionTreesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          a AND b AND c                        ==> (and a b c)
          a AND (b AND (c AND d))              ==> (and a b c d)
          a OR (b OR c) OR d                   ==> (or a b c d)
          a AND b OR c AND d                   ==> (or (and a b) (and c d))
          a AND (b OR c)                       ==> (and a (or b c))
          ((a))                                ==> a
          NOT a = b                            ==> (not (= a b))
          NOT NOT a                            ==> (not (not a))
          NOT a AND b                          ==> (and (not a) b)
          NOT (a OR b)                         ==> (not (or a b))
          NOT a IS NULL OR b                   ==> (or (not (is a NULL)) b)
          a ->> $1 = $2 AND c = $3             ==> (and (= (->> a $1) $2) (= c $3))
          (a || "#op 1" || $1) < $2            ==> (< (<-> a $1) $2)
          a != b                               ==> (<> a b)
          a <> b                               ==> (<> a b)
          a >= b                               ==> (>= a b)
          a <= b                               ==> (<= a b)
          a IS DISTINCT FROM b                 ==> (IS DISTINCT FROM a b)
          a IS NOT DISTINCT FROM b             ==> (IS NOT DISTINCT FROM a b)
          (a, b) OVERLAPS (c, d)               ==> (OVERLAPS (row a b) (row c d))
          a IS NULL                            ==> (is a NULL)
          a IS NOT NULL                        ==> (is not a NULL)
          a ISNULL                             ==> (is a NULL)
          a NOTNULL                            ==> (is not a NULL)
          a IS TRUE                            ==> (is a TRUE)
          a IS NOT FALSE                       ==> (is not a FALSE)
          a IS UNKNOWN                         ==> (is a UNKNOWN)
          a IS NOT UNKNOWN                     ==> (is not a UNKNOWN)
          (a = b) IS NOT TRUE                  ==> (is not (= a b) TRUE)
          a BETWEEN b AND c AND d              ==> (and (between a b c) d)
          a NOT BETWEEN b + $1 AND c           ==> (not-between a (+ b $1) c)
          a BETWEEN SYMMETRIC b AND c          ==> (between a b c)
          a LIKE $1                            ==> (LIKE a $1)
          a NOT LIKE $1 ESCAPE '$2'            ==> (NOT LIKE a $1)
          a ILIKE b || $1                      ==> (ILIKE a (|| b $1))
          a SIMILAR TO $1                      ==> (SIMILAR TO a $1)
          a NOT SIMILAR TO '$1'                ==> (NOT SIMILAR TO a $1)
          a IN ($1)                            ==> (in a (row $1))
          a NOT IN ($1, b)                     ==> (not-in a (row $1 b))
          a IN ("#list 1")                     ==> (in a (row ...1))
          a IN (SELECT b FROM c)               ==> (in a (select b (from c)))
          a IN (VALUES ($1), ($2))             ==> (in a (values ($1) ($2)))
          (a, b) IN (($1, $2), ($3, $4))       ==> (in (row a b) (row (row $1 $2) (row $3 $4)))
          a = ANY($1)                          ==> (any = a $1)
          a = SOME(ARRAY["#list 2"])           ==> (any = a (array ...2))
          $1 <> ALL(a)                         ==> (all <> $1 a)
          a > ALL(SELECT b FROM c)             ==> (all > a (select b (from c)))
          a LIKE ANY($1)                       ==> (any LIKE a $1)
          a NOT ILIKE ALL(ARRAY[b])            ==> (all NOT ILIKE a (array b))
          EXISTS (SELECT a)                    ==> (exists (select a))
          NOT EXISTS (SELECT a)                ==> (not (exists (select a)))
          (SELECT a) = b                       ==> (= (select a) b)
          (a, b) = ROW($1, $2)                 ==> (= (row a b) (row $1 $2))
          """)
  void conditions(String text, String tree) throws ParseException {
    assertThat(Trees.printExpression(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          a                                    ==> a
          T.A                                  ==> t.a
          s.t.a                                ==> s.t.a
          d.s.t.a                              ==> s.t.a
          "Mixed"."Case"                       ==> Mixed.Case
          "#id 0"                              ==> dotted.name
          "#id 1"."#id 0"                      ==> quo"te.dotted.name
          "say ""hi"" twice"                   ==> say "hi" twice
          year                                 ==> year
          month + day                          ==> (+ month day)
          $7                                   ==> $7
          '$8'                                 ==> $8
          1000000009                           ==> $9
          'x'                                  ==> $0
          f(NULL)                              ==> (f !null)
          TRUE                                 ==> !true
          DEFAULT                              ==> !default
          current_date                         ==> !current_date
          CURRENT_TIMESTAMP                    ==> !current_timestamp
          current_timestamp($1)                ==> !current_timestamp
          localtime                            ==> !localtime
          current_user                         ==> !current_user
          session_user                         ==> !session_user
          "user"                               ==> user
          t.user                               ==> t.user
          t.current_user                       ==> t.current_user
          a::text                              ==> (cast a text)
          a::NUMERIC(10, 2)[]                  ==> (cast a numeric[])
          a::varchar(1000000001)                ==> (cast a varchar)
          a::int[][]                           ==> (cast a int[][])
          a::timestamp(3) with time zone       ==> (cast a timestamp with time zone)
          a::double precision                  ==> (cast a double precision)
          a::s."Type"                          ==> (cast a s.Type)
          a::"#id 0"                           ==> (cast a dotted.name)
          CAST(a + b AS integer)               ==> (cast (+ a b) integer)
          date '$1'                            ==> (cast $1 date)
          timestamptz '$1'                     ==> (cast $1 timestamptz)
          interval '$1'                        ==> (cast $1 interval)
          interval '$1' day                    ==> (cast $1 interval)
          numeric '$1'                         ==> (cast $1 numeric)
          a COLLATE "de-DE"                    ==> (collate a de-DE)
          a COLLATE pg_catalog."C"             ==> (collate a C)
          a AT TIME ZONE $1                    ==> (AT TIME ZONE a $1)
          a AT TIME ZONE b AT TIME ZONE c      ==> (AT TIME ZONE (AT TIME ZONE a b) c)
          (a, b)                               ==> (row a b)
          ROW(a, b)                            ==> (row a b)
          ARRAY[a, b]                          ==> (array a b)
          ARRAY[[a], [b]]                      ==> (array (array a) (array b))
          ARRAY(SELECT a)                      ==> (select a)
          a[$1]                                ==> (at a $1)
          a[b:c]                               ==> (at a b c)
          a[b][c]                              ==> (at a b c)
          (f(a))[b]                            ==> (at (f a) b)
          (a).b                                ==> (field a b)
          (a.b).c                              ==> (field a.b c)
          (f(a)).b                             ==> (field (f a) b)
          f(a).b                               ==> (field (f a) b)
          (f(a)).*                             ==> (field (f a) *)
          t.*                                  ==> t.*
          s.t.*                                ==> s.t.*
          CASE a WHEN $1 THEN b ELSE c END     ==> (case (of a) $1 b (else c))
          CASE WHEN a = b AND c THEN d END     ==> (case (and (= a b) c) d)
          """)
  void values(String text, String tree) throws ParseException {
    assertThat(Trees.printExpression(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          now()                                ==> (now)
          Lower(a)                             ==> (lower a)
          pg_catalog.lower(a)                  ==> (pg_catalog.lower a)
          "S"."#id 0"(a)                       ==> (S.dotted.name a)
          count(*)                             ==> (count *)
          count(DISTINCT a)                    ==> (count distinct a)
          count(t.*)                           ==> (count t.*)
          COALESCE(a, $1)                      ==> (coalesce a $1)
          f(a => b, c := d)                    ==> (f b d)
          normalize(a, NFKC)                   ==> (normalize a)
          "normalize"(a, nfd)                  ==> (normalize a)
          extract(epoch FROM a)                ==> (extract !epoch a)
          extract(year FROM a)                 ==> (extract !year a)
          position($1 IN a)                    ==> (position $1 a)
          substring(a FROM $1 FOR $2)          ==> (substring a $1 $2)
          overlay(a PLACING b FROM $1)         ==> (overlay a b $1)
          trim(a)                              ==> (trim a)
          trim(BOTH $1 FROM a)                 ==> (trim a $1)
          trim(a, $1)                          ==> (trim a $1)
          convert(a, b)                        ==> (convert a b)
          convert(t.a, $1)                     ==> (convert t.a $1)
          group_concat(DISTINCT a)             ==> (group_concat distinct a)
          array_agg(a ORDER BY b DESC, c)      ==> (array_agg a (order (sort b desc) c))
          string_agg(a, $1 ORDER BY b) FILTER (WHERE c) ==> (string_agg a $1 (order b) (filter c))
          count(*) FILTER (WHERE a > $1)       ==> (count * (filter (> a $1)))
          percentile_cont($1) WITHIN GROUP (ORDER BY a DESC) ==> (percentile_cont $1 (order (sort a desc)))
          rank(a, b) WITHIN GROUP (ORDER BY c, d) ==> (rank a b (order c d))
          sum(a) OVER ()                       ==> (sum a (over (window)))
          count(*) OVER w                      ==> (count * (over (window w)))
          s.f(a) OVER (PARTITION BY b, c ORDER BY d DESC) ==> (s.f a (over (window (partition b c) (order (sort d desc)))))
          lag(a, b, c) OVER (ORDER BY d)       ==> (lag a b c (over (window (order d))))
          sum(DISTINCT a) FILTER (WHERE b) OVER (PARTITION BY c) ==> (sum distinct a (filter b) (over (window (partition c))))
          rank() OVER (ORDER BY 1)             ==> (rank (over (window (order $0))))
          json_arrayagg(a ORDER BY b)          ==> (json_arrayagg a (order b))
          json_objectagg(KEY a VALUE b) FILTER (WHERE c) ==> (json_objectagg a b (filter c))
          json_object('$1' : a, b : c)         ==> (other a b c)
          json_array(a, b)                     ==> (other a b)
          json_value(a, '$1' PASSING b)        ==> (other a $1 b)
          xmlelement(name a, b, c)             ==> (xmlelement b c)
          xmlforest(a AS b, c)                 ==> (xmlforest a c)
          xmlserialize(content a AS text)      ==> (other a)
          """)
  void calls(String text, String tree) throws ParseException {
    assertThat(Trees.printExpression(text)).isEqualTo(tree);
  }

  @Test
  void aTreeThatLostItsColumnsIsRefused() throws ParseException {
    assertThat(Trees.convert("SELECT (a -> b) -> c")).isEmpty();
  }
}
