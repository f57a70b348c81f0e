package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule that writes canonical text for JSqlParser. */
final class TokenRewriterTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nothing to do             | SELECT a FROM t WHERE b = $1             | SELECT a FROM t WHERE b = $1
          reserved word as column   | SELECT a FROM t WHERE settings = $1      | SELECT a FROM t WHERE "settings" = $1
          reserved word as table    | SELECT a FROM output                     | SELECT a FROM "output"
          reserved word as alias    | SELECT a FROM t prior WHERE prior.a = $1 | SELECT a FROM t "prior" WHERE "prior"."a" = $1
          unit of time as column    | SELECT year FROM t WHERE month = $1      | SELECT "year" FROM t WHERE "month" = $1
          unit of time in EXTRACT   | SELECT extract(year FROM a) FROM t       | SELECT extract(year FROM a) FROM t
          unit of an interval       | SELECT interval $1 day                   | SELECT interval 'x' day
          name behind a dot         | SELECT t.order FROM t                    | SELECT t."order" FROM t
          function behind a dot     | SELECT pg_catalog.now()                  | SELECT pg_catalog.now()
          quoted word stays         | SELECT "ORDER" FROM "Prior"              | SELECT "ORDER" FROM "Prior"
          type word as column       | SELECT number FROM t WHERE uuid = $1     | SELECT "number" FROM t WHERE "uuid" = $1
          type word in a cast       | SELECT a::uuid FROM t                    | SELECT a ::uuid FROM t
          type word behind AS       | SELECT CAST(a AS integer) FROM t         | SELECT CAST(a AS integer) FROM t
          type word with length     | SELECT a::varchar($1) FROM t             | SELECT a ::varchar($1) FROM t
          type word of an array     | SELECT $1::integer[] FROM t              | SELECT $1 ::integer [ ] FROM t
          double precision          | SELECT a::double precision FROM t        | SELECT a ::double precision FROM t
          typed literal it knows    | SELECT date $1                           | SELECT date 'x'
          typed literal             | SELECT a FROM t WHERE b = inet $1        | SELECT a FROM t WHERE b = 'x'
          ESCAPE is no type         | SELECT a FROM t WHERE b LIKE $1 escape $2 | SELECT a FROM t WHERE b LIKE $1 escape $2
          FROM ONLY                 | SELECT a FROM ONLY t                     | SELECT a FROM t
          UPDATE ONLY               | UPDATE ONLY t SET a = $1                 | UPDATE t SET a = $1
          JOIN ONLY                 | SELECT a FROM t JOIN ONLY u ON $1 = $2   | SELECT a FROM t JOIN u ON $1 = $2
          FETCH keeps its ONLY      | SELECT a FROM t FETCH FIRST $1 ROWS ONLY | SELECT a FROM t FETCH FIRST $1 ROWS ONLY
          OPERATOR with schema      | SELECT a FROM t WHERE b operator(pg_catalog.=) $1 | SELECT a FROM t WHERE b = $1
          OPERATOR alone            | SELECT a FROM t WHERE b operator(~) $1   | SELECT a FROM t WHERE b ~ $1
          SELECT of nothing         | SELECT a WHERE EXISTS (SELECT FROM t)    | SELECT a WHERE EXISTS (SELECT 1 FROM t)
          distance                  | SELECT a FROM t ORDER BY b <-> $1        | SELECT a FROM t ORDER BY b - $1
          LIKE as an operator       | SELECT a FROM t WHERE b ~~ $1            | SELECT a FROM t WHERE b LIKE $1
          NOT ILIKE as an operator  | SELECT a FROM t WHERE b !~~* $1          | SELECT a FROM t WHERE b NOT ILIKE $1
          list of values            | SELECT a FROM t WHERE b IN (...)         | SELECT a FROM t WHERE b IN ( $1 )
          ARRAY of values           | SELECT a FROM t WHERE b = ANY (ARRAY[...]) | SELECT a FROM t WHERE b = ANY ( ARRAY [ $1 ] )
          """)
  void writesForTheParser(String rule, String canonical, String written) {
    List<String> commands = TokenRewriter.rewrite(canonical);

    assertThat(commands).hasSize(1);
    assertThat(TokenRewriter.lex(commands.get(0))).as(rule).isEqualTo(TokenRewriter.lex(written));
  }

  @Test
  void cutsAtSemicolons() {
    assertThat(TokenRewriter.rewrite("BEGIN; SELECT a FROM t; COMMIT;"))
        .containsExactly("BEGIN", "SELECT a FROM t", "COMMIT");
  }

  @Test
  void aSemicolonInANameIsPartOfIt() {
    assertThat(TokenRewriter.rewrite("SELECT \"a;b\" FROM t")).hasSize(1);
  }

  @Test
  void nothingGivesNothing() {
    assertThat(TokenRewriter.rewrite("")).isEmpty();
    assertThat(TokenRewriter.rewrite(";;")).isEmpty();
  }
}
