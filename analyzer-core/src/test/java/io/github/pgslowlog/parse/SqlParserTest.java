package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is parsed, and what is refused and why. */
final class SqlParserTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final SqlParser parser = new SqlParser();

  @AfterEach
  void close() {
    parser.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a::text, b::numeric(10,2), c::timestamptz FROM t",
        "SELECT a -> 'x' ->> 'y', b #> '{a,b}', c #>> '{d}' FROM t",
        "SELECT * FROM t WHERE a @> '{\"x\": 1}'::jsonb AND b ? 'k' AND c ?| ARRAY['a', 'b']",
        "SELECT * FROM t WHERE a && ARRAY[1, 2] AND b <@ ARRAY[3]",
        "SELECT * FROM t WHERE a ~ 'x' AND b ~* 'y' AND c !~ 'z' AND d !~* 'w'",
        "SELECT * FROM t WHERE a = ANY($1::uuid[]) AND b = ANY('{1,2}'::int[])",
        "SELECT * FROM t WHERE to_tsvector('english', a) @@ plainto_tsquery('english', 'x')",
        "SELECT count(*) FILTER (WHERE a > 1) FROM t",
        "SELECT array_agg(a ORDER BY b DESC) FROM t",
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FROM t",
        "SELECT DISTINCT ON (a, b) a, b, c FROM t ORDER BY a, b, c DESC NULLS LAST",
        "SELECT * FROM t FOR UPDATE OF t SKIP LOCKED",
        "SELECT * FROM t FOR NO KEY UPDATE NOWAIT",
        "SELECT * FROM t FOR KEY SHARE",
        "SELECT * FROM t LIMIT ALL OFFSET 5",
        "SELECT * FROM t TABLESAMPLE BERNOULLI (10)",
        "SELECT * FROM t, LATERAL (SELECT * FROM u WHERE u.a = t.a) x",
        "SELECT * FROM t LEFT JOIN LATERAL (SELECT * FROM u WHERE u.a = t.a) x ON true",
        "SELECT * FROM generate_series(1, 10) WITH ORDINALITY AS g (a, b)",
        "SELECT * FROM unnest($1::int[], $2::text[]) AS u (a, b)",
        "SELECT * FROM json_to_recordset('[]') AS x (a int, b text)",
        "SELECT a[1], b[1:2], (c).d FROM t",
        "SELECT ARRAY[1, 2], ARRAY(SELECT a FROM t)",
        "SELECT ROW(1, 2), (1, 2) = (3, 4)",
        "SELECT interval '1 day', timestamp '2024-01-01', date '2024-01-01', time '12:00'",
        "SELECT E'it\\'s', $tag$text$tag$, U&'x', B'101', X'ff'",
        "SELECT a AT TIME ZONE 'UTC' FROM t",
        "SELECT extract(epoch FROM a), date_part('year', b) FROM t",
        "SELECT position('a' IN b), substring(c FROM 1 FOR 2), trim(BOTH ' ' FROM d) FROM t",
        "SELECT CASE a WHEN 1 THEN 'x' ELSE 'y' END, coalesce(b, c), nullif(d, e) FROM t",
        "SELECT a COLLATE \"C\" FROM t ORDER BY b COLLATE \"de-DE-x-icu\"",
        "SELECT a IS DISTINCT FROM b, c IS NOT DISTINCT FROM d FROM t",
        "SELECT * FROM t WHERE (a, b) IN ((1, 2), (3, 4))",
        "SELECT * FROM t WHERE (a, b) > (1, 2)",
        "SELECT * FROM t WHERE a BETWEEN SYMMETRIC 2 AND 1",
        "SELECT * FROM t WHERE a ILIKE ANY (ARRAY['x%', 'y%'])",
        "SELECT * FROM t WHERE (a, b) OVERLAPS (c, d)",
        "SELECT * FROM t WHERE a ISNULL AND b NOTNULL",
        "SELECT sum(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) FROM t",
        "SELECT lag(a, 1) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY c)",
        "SELECT a, b FROM t GROUP BY CUBE (a, b)",
        "SELECT a, b FROM t GROUP BY GROUPING SETS ((a), (b), ())",
        "WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r",
        "WITH a AS MATERIALIZED (SELECT 1), b AS NOT MATERIALIZED (SELECT 2) SELECT * FROM a, b",
        "WITH d AS (DELETE FROM t WHERE a = 1 RETURNING *) SELECT count(*) FROM d",
        "WITH u AS (UPDATE t SET a = 1 RETURNING b) INSERT INTO s SELECT b FROM u",
        "WITH i AS (INSERT INTO t (a) VALUES (1) RETURNING a) SELECT a FROM i",
        "INSERT INTO t (a, b) VALUES (1, DEFAULT) ON CONFLICT (a) DO UPDATE SET b = excluded.b WHERE t.c > 1 RETURNING *",
        "INSERT INTO t (a) VALUES (1) ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING",
        "INSERT INTO t DEFAULT VALUES",
        "INSERT INTO t (a) OVERRIDING SYSTEM VALUE VALUES (1)",
        "UPDATE t SET a = u.a, b = DEFAULT FROM u WHERE u.id = t.id RETURNING t.id",
        "UPDATE t SET (a, b) = (SELECT c, d FROM u WHERE u.id = t.id)",
        "UPDATE t SET a = jsonb_set(a, '{x}', '1'), b = a || '{}' WHERE c = 1",
        "DELETE FROM t USING u, v WHERE t.a = u.a AND u.b = v.b RETURNING t.*",
        "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET b = u.b WHEN NOT MATCHED THEN INSERT (a, b) VALUES (u.a, u.b)",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT year, month, day, settings, csv, import, force, output, number, uuid FROM t",
        "SELECT * FROM t WHERE date = '2024-01-01' AND time > '12:00' AND timestamp < now()",
        "SELECT * FROM t WHERE type = 'x' AND value = 1 AND key = 'k' AND name = 'n' AND status = 's'",
        "SELECT t.end, t.order, t.user, t.limit FROM t",
        "SELECT \"user\".\"name\" FROM \"user\" WHERE \"user\".\"order\" = 1",
        "SELECT current_date, current_timestamp(3), localtime, current_user, session_user",
        "SELECT 1 AS \"select\", 2 AS value, 3 AS type",
        "SELECT a FROM s.t UNION (SELECT b FROM u ORDER BY b LIMIT 1) EXCEPT ALL SELECT c FROM v",
        "SELECT FROM t",
        "SELECT a FROM t WHERE EXISTS (SELECT FROM u WHERE u.a = t.a)",
        "SELECT year FROM t WHERE (SELECT day FROM u) > 3",
        "TABLE t"
      })
  void understandsPostgres(String sql) {
    assertThat(parse(sql))
        .as(canonical(sql))
        .isInstanceOfSatisfying(
            ParseResult.Parsed.class, parsed -> assertThat(parsed.skeleton()).isFalse());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BEGIN                                  | BEGIN
          commit                                 | COMMIT
          SET search_path TO x                   | SET
          CREATE TABLE t (a int)                 | CREATE
          VACUUM ANALYZE t                       | VACUUM
          TRUNCATE t                             | TRUNCATE
          COPY t FROM STDIN                      | COPY
          CALL work(1)                           | CALL
          EXPLAIN EXECUTE p                      | EXPLAIN
          BEGIN; COMMIT                          | BEGIN
          DISCARD ALL                            | DISCARD
          """)
  void utilityCommandsAreNotParsed(String sql, String command) {
    assertThat(parse(sql)).isEqualTo(new ParseResult.Utility(command));
  }

  @Test
  void dataCommandsAmongUtilityCommandsAreParsed() {
    ParseResult result = parse("BEGIN; UPDATE t SET a = 1; SELECT b FROM t; COMMIT");

    assertThat(result)
        .isInstanceOfSatisfying(
            ParseResult.Parsed.class, parsed -> assertThat(parsed.statements()).hasSize(2));
  }

  @Test
  void aStatementOfTheLargestLengthIsParsed() {
    String sql = "SELECT a FROM t";
    String longest = sql + " ".repeat(SqlParser.MAX_CHARACTERS - sql.length());

    assertThat(longest).hasSize(SqlParser.MAX_CHARACTERS);
    assertThat(ofCanonical(longest)).isInstanceOf(ParseResult.Parsed.class);
    assertThat(ofCanonical(longest + " "))
        .isEqualTo(new ParseResult.Unparsed("longer than 65536 characters"));
  }

  @Test
  void aCommandOfTheMostTokensIsParsed() {
    String most = "SELECT - a" + ", a".repeat((SqlParser.MAX_TOKENS - 3) / 2) + " x";

    assertThat(ofCanonical(most)).isInstanceOf(ParseResult.Parsed.class);
    assertThat(ofCanonical(most.replace("- a", "- - a")))
        .isEqualTo(new ParseResult.Unparsed("longer than 20000 tokens"));
  }

  @Test
  void bracketsInNamesAreNoNesting() {
    String name = '"' + "(".repeat(SqlParser.MAX_DEPTH + 1) + '"';

    assertThat(ofCanonical("SELECT a FROM " + name)).isInstanceOf(ParseResult.Parsed.class);
  }

  @Test
  void bracketsThatCloseNothingDoNotHideNesting() {
    int depth = SqlParser.MAX_DEPTH + 1;

    assertThat(ofCanonical("SELECT " + ")".repeat(depth) + "(".repeat(depth)))
        .isEqualTo(new ParseResult.Unparsed("nested deeper than 200"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"()", "[]"})
  void aStatementNestedTooDeepIsNotParsed(String brackets) {
    int depth = SqlParser.MAX_DEPTH + 1;
    String sql =
        "SELECT "
            + brackets.substring(0, 1).repeat(depth)
            + "$1"
            + brackets.substring(1).repeat(depth);

    assertThat(ofCanonical(sql)).isEqualTo(new ParseResult.Unparsed("nested deeper than 200"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parentheses | SELECT | (           | 1         | )        | 200
          functions   | SELECT | f(          | a         | )        | 200
          sub-selects | SELECT | (SELECT     | 1         | )        | 60
          negations   | SELECT | NOT (       | a         | )        | 200
          CASE        | SELECT | CASE WHEN a THEN | 1    | END      | 200
          joins       | SELECT a FROM | (t JOIN | t      | ON b = c) | 100
          lists       | SELECT a FROM t WHERE b IN ( | (1, 2), | 1 | ) | 100
          minus       | SELECT | - (         | a         | )        | 200
          EXISTS      | SELECT a FROM t WHERE | EXISTS (SELECT 1 WHERE | a | ) | 100
          """)
  void hostileNestingEndsSoon(
      String name, String start, String open, String inside, String close, int depth) {
    String sql = start + (" " + open).repeat(depth) + " " + inside + (" " + close).repeat(depth);

    ParseResult result = assertTimeoutPreemptively(SOON, () -> ofCanonical(sql), name);

    assertThat(result).isNotNull();
    assertThat(parse("SELECT a FROM t"))
        .as("the next statement")
        .isInstanceOf(ParseResult.Parsed.class);
  }

  @Test
  void longChainsAreParsed() {
    String chain = "a = $1 OR ".repeat(2_000);

    ParseResult result =
        assertTimeoutPreemptively(
            SOON, () -> ofCanonical("SELECT a FROM t WHERE " + chain + "b = $1"));

    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE secret WHERE a = 1 | 14
          SELECT 1; MERGE secret    | 12
          INSERT secret             | 0
          WITH secret SELECT 1      | 0
          """)
  void theReasonHoldsNothingOfTheStatement(String sql, int position) {
    assertThat(parse(sql))
        .isEqualTo(new ParseResult.Unparsed("syntax the SQL parser does not know", position));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT a FROM t JOIN", "INSERT INTO t", "SELECT (a", "SELECT a) FROM t"})
  void ofTextThatIsCutShortTheSkeletonIsRead(String sql) {
    assertThat(parse(sql))
        .isInstanceOfSatisfying(
            ParseResult.Parsed.class, parsed -> assertThat(parsed.skeleton()).isTrue());
  }

  @Test
  void whatLooksAtTheResultMayFail() {
    Function<ParseResult, String> look =
        result -> {
          if (result instanceof ParseResult.Unparsed unparsed) {
            return unparsed.reason();
          }
          throw new IllegalStateException("secret");
        };

    assertThat(parser.parse("SELECT a FROM t", look))
        .isEqualTo("the SQL parser failed: IllegalStateException");
  }

  private ParseResult parse(String sql) {
    return ofCanonical(canonical(sql));
  }

  private ParseResult ofCanonical(String canonical) {
    return parser.parse(canonical, Function.identity());
  }

  private static String canonical(String sql) {
    Canonicalizer canonicalizer = new Canonicalizer();
    Slice text = Slice.of(sql.getBytes(StandardCharsets.UTF_8));
    return canonicalizer.canonical(canonicalizer.read(text)).text();
  }
}
