package io.github.pgslowlog.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands of a text are parsed, and what goes to the side. */
final class TokenRewriterTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT a FROM t; | SELECT "a" FROM "t"
          BEGIN; SELECT a FROM t; COMMIT | SELECT "a" FROM "t"
          EXPLAIN SELECT a FROM t | SELECT "a" FROM "t"
          EXPLAIN ANALYZE verbose SELECT a FROM t | SELECT "a" FROM "t"
          EXPLAIN (ANALYZE, buffers) SELECT a FROM t | SELECT "a" FROM "t"
          EXPLAIN (SELECT a FROM t) | (SELECT "a" FROM "t")
          PREPARE p(integer, text) AS SELECT a FROM t | SELECT "a" FROM "t"
          DECLARE c no scroll cursor WITH hold FOR SELECT a FROM t | SELECT "a" FROM "t"
          CREATE TABLE u AS SELECT a FROM t | SELECT "a" FROM "t"
          CREATE TEMP TABLE IF NOT EXISTS u(b) WITH (x = $1) ON COMMIT DROP AS SELECT a FROM t WITH no data | SELECT "a" FROM "t"
          CREATE MATERIALIZED VIEW v AS SELECT a FROM t WITH data | SELECT "a" FROM "t"
          CREATE MATERIALIZED VIEW IF NOT EXISTS s.v(b) USING heap WITH (x = $1) AS SELECT a FROM t WITH no data | SELECT "a" FROM "t"
          create materialized view v as SELECT a FROM t with no data | SELECT "a" FROM "t"
          create unlogged table u as SELECT a FROM t with data | SELECT "a" FROM "t"
          CREATE TABLE u AS TABLE t WITH NO DATA | SELECT * FROM "t"
          CREATE FUNCTION f() returns integer AS $1; SELECT a FROM t; DROP FUNCTION f() | SELECT "a" FROM "t"
          COPY (SELECT a FROM t) TO stdout WITH (format csv) | SELECT "a" FROM "t"
          SELECT a INTO u FROM t | SELECT "a" FROM "t"
          """)
  void takesTheCommandOutOfWhatStandsRoundIt(String canonical, String command) {
    assertThat(texts(canonical)).containsExactly(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT $1 FROM (SELECT $2 FROM t WHERE EXISTS)",
        "SELECT ARRAY) FROM (SELECT CAST)",
        "SELECT (ANY) FROM (t) WHERE (a = ALL)",
      })
  void textThatIsNoSqlIsReadOnce(String canonical) {
    assertThat(texts(canonical)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SET x TO $1
          CREATE VIEW v AS SELECT a FROM t
          CREATE TABLE u AS execute p($1)
          CREATE TABLE t(a integer DEFAULT $1)
          CREATE FUNCTION f() RETURNS void BEGIN atomic SELECT a FROM t; SELECT CASE WHEN b THEN $1 END; DELETE FROM t; END
          EXECUTE p(SELECT)
          COPY t FROM stdin
          ;;
          """)
  void leavesOtherCommandsOut(String canonical) {
    assertThat(texts(canonical)).isEmpty();
  }

  @Test
  void aSemicolonInANameIsPartOfIt() {
    assertThat(TokenRewriter.rewrite("SELECT \"a;b\" FROM t")).hasSize(1);
  }

  @Test
  void nothingGivesNothing() {
    assertThat(TokenRewriter.rewrite("")).isEmpty();
  }

  @Test
  void operatorsAndNamesGoToTheSide() {
    Rewritten rewritten =
        TokenRewriter.rewrite(
                "SELECT \"x.y\", \"#op\" FROM t WHERE a @> $1 AND b operator(s.@>) $2 AND c ~ $3")
            .get(0);

    assertThat(rewritten.operators()).containsExactly("@>", "~");
    assertThat(rewritten.identifiers()).containsExactly("x.y", "#op");
  }

  @Test
  void listsAreCountedInTheWholeText() {
    assertThat(texts("SELECT a FROM t WHERE b IN (...); SELECT c FROM u WHERE d IN (...)"))
        .containsExactly(
            "SELECT \"a\" FROM \"t\" WHERE \"b\" IN (\"#list 1\")",
            "SELECT \"c\" FROM \"u\" WHERE \"d\" IN (\"#list 2\")");
  }

  @Test
  void lettersOfAllScriptsArePartOfNames() {
    assertThat(texts("SELECT größe, 名前 FROM 表"))
        .containsExactly("SELECT \"größe\", \"名前\" FROM \"表\"");
  }

  @Test
  void parametersHaveOtherFormsWhereOnlyLiteralsMayStand() {
    String text = "SELECT \"a$1\", $1 FROM \"t\" LIMIT $12";

    assertThat(ParameterForm.STRING.write(text))
        .isEqualTo("SELECT \"a$1\", '$1' FROM \"t\" LIMIT '$12'");
    assertThat(ParameterForm.NUMBER.write(text))
        .isEqualTo("SELECT \"a$1\", 1000000001 FROM \"t\" LIMIT 1000000012");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT (
          SELECT )
          SELECT a[
          SELECT CASE WHEN
          SELECT f(a FROM
          SELECT a FROM t JOIN
          UPDATE t SET (a, b) =
          UPDATE t SET (a) = (
          INSERT INTO t(a
          MERGE INTO t USING
          WITH x AS (
          SELECT a OVER (
          SELECT a within GROUP (
          SELECT json_table(a columns (
          SELECT a operator(
          SELECT a ORDER BY b USING
          SELECT ANY
          VALUES (
          SELECT a IS NOT
          SELECT a BETWEEN b
          DELETE FROM ONLY (
          """)
  void textThatIsNoSqlEndsSomehow(String broken) {
    assertThat(texts(broken)).hasSize(1);
  }

  private static List<String> texts(String canonical) {
    return TokenRewriter.rewrite(canonical).stream().map(Rewritten::text).toList();
  }
}
