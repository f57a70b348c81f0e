package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalizerTest {
  private final Canonicalizer canonicalizer = new Canonicalizer();

  /** Two texts of one pattern. */
  private enum Same {
    NUMBERS("SELECT * FROM t WHERE a = 1", "SELECT * FROM t WHERE a = 2.5"),
    NUMBER_FORMS("SELECT 1_000, .5, 1.", "SELECT 0x1F, 1e10, 0b1"),
    EXPONENTS("WHERE a > 1e5", "WHERE a > 2.5E-10"),
    STRINGS("WHERE a = 'x'", "WHERE a = 'it''s'"),
    STRING_FORMS("SELECT 'a', E'\\'', U&'\\0061'", "SELECT $$a$$, $q$'$q$, N'b'"),
    BIT_STRINGS("SELECT B'01', X'1F'", "SELECT b'1', x'2'"),
    ADJACENT_STRINGS("WHERE a = 'x'\n  'y'", "WHERE a = 'xy'"),
    STRING_AND_NUMBER("WHERE a = '1'", "WHERE a = 1"),
    MINUS_SIGN("WHERE a = -1", "WHERE a = 1"),
    PLUS_SIGN_IN_LIST("VALUES (+1, - 2)", "VALUES (1, 2)"),
    SIGN_WITHOUT_SPACE("WHERE a=-1", "WHERE a = 1"),
    SIGN_BEHIND_KEYWORD("WHERE a BETWEEN -5 AND -1", "WHERE a BETWEEN 1 AND 5"),
    TYPED_LITERALS("WHERE d > date '2026-01-01'", "WHERE d > DATE '2027-12-31'"),
    INTERVALS("now() - interval '1 day'", "now() - INTERVAL '2 hours'"),
    CAST_LITERALS("WHERE d > '2026-01-01'::date", "WHERE d > '2027-12-31'::date"),
    PARAMETER("WHERE a = $1", "WHERE a = 'x'"),
    PARAMETER_NUMBERS("WHERE a = $1 AND b = $2", "WHERE a = $7 AND b = $7"),
    IN_LENGTH("WHERE a IN (1)", "WHERE a IN (1, 2, 3)"),
    IN_WITH_NULL("WHERE a IN (1, NULL, 'x')", "WHERE a IN ($1)"),
    IN_WITH_SIGNS("WHERE a IN (-1, 2)", "WHERE a IN (5)"),
    IN_OF_CASTS("WHERE a IN ('x'::k, 'y'::k)", "WHERE a IN ('z'::k)"),
    IN_OF_ROWS("WHERE (a, b) IN ((1, 2), (3, 4))", "WHERE (a, b) IN ((5, 6))"),
    NOT_IN_LENGTH("WHERE a NOT IN ('x')", "WHERE a NOT IN ('x', 'y')"),
    ARRAY_LENGTH("WHERE a = ANY (ARRAY[1])", "WHERE a = ANY (ARRAY[1, 2])"),
    ARRAY_OF_ARRAYS("SELECT ARRAY[[1, 2], [3, 4]]", "SELECT ARRAY[[1]]"),
    VALUES_LENGTH("INSERT INTO t VALUES (1, 'a')", "INSERT INTO t VALUES (1, 'a'), (2, 'b')"),
    VALUES_WITH_NULL("INSERT INTO t VALUES (1, NULL), (2, true)", "INSERT INTO t VALUES (3, 4)"),
    VALUES_BEFORE_A_CLAUSE(
        "INSERT INTO t VALUES (1), (2) RETURNING id", "INSERT INTO t VALUES (3) RETURNING id"),
    VALUES_IN_FROM("SELECT * FROM (VALUES (1), (2)) v, u", "SELECT * FROM (VALUES (1)) v, u"),
    NULL_AS_VALUE("UPDATE t SET a = NULL", "UPDATE t SET a = 'x'"),
    NULL_IN_SELECT("SELECT NULL, 1", "SELECT 1, null"),
    TRUE_AND_FALSE("WHERE a = true", "WHERE a = FALSE"),
    BOOLEAN_AND_PARAMETER("WHERE f(true)", "WHERE f($1)"),
    CASE_RESULTS("CASE WHEN a THEN NULL ELSE true END", "CASE WHEN a THEN 1 ELSE 2 END"),
    WHITE_SPACE("SELECT a,b FROM t WHERE a=1", "SELECT  a ,\n\tb\r\nFROM t WHERE a = 1 "),
    LINE_COMMENTS("SELECT a -- it's\nFROM t", "--x\nSELECT a FROM t --"),
    BLOCK_COMMENTS("SELECT/**/a/* /* */ 'x' */FROM t", "SELECT a FROM t"),
    SQL_COMMENTER("SELECT 1 /*route='%2Fcart'*/", "SELECT 1"),
    KEYWORD_CASE("select a from t where a is null", "SELECT a FROM t WHERE a IS NULL"),
    IDENTIFIER_CASE("SELECT Id FROM Users", "SELECT id FROM users"),
    NEEDLESS_QUOTES("SELECT \"id\" FROM \"users\"", "SELECT ID FROM users"),
    TRAILING_SEMICOLON("SELECT 1;", "SELECT 1"),
    TRAILING_SEMICOLONS("SELECT 1 ; ;\n", "SELECT 1"),
    LIMIT_AND_OFFSET("SELECT a FROM t LIMIT 10 OFFSET 20", "SELECT a FROM t LIMIT $1 OFFSET 0"),
    FETCH("FETCH FIRST 10 ROWS ONLY", "fetch first 5 rows only"),
    CONSTANT_SORT_KEY("SELECT a FROM t ORDER BY 1 + a", "SELECT a FROM t ORDER BY 2 + a"),
    NUMBERS_BEHIND_AN_ORDER_BY(
        "SELECT a FROM t ORDER BY 1; SELECT 1, 2", "SELECT a FROM t ORDER BY 1; SELECT 3, 4"),
    IN_OF_PARAMETERS("WHERE a IN ($1, $2)", "WHERE a IN (1)"),
    IN_OF_VALUES_AND_A_COLUMN("WHERE a IN (1, b, 2)", "WHERE a IN (1, b)"),
    ANY_OF_A_STRING("WHERE a = ANY ('{1,2}')", "WHERE a = ANY ($1)"),
    ARRAY_OF_CALLS("SELECT ARRAY[f(1), f(2)]", "SELECT ARRAY[f(3)]"),
    ROWS_WITH_DEFAULT("VALUES (1, DEFAULT), (2, 3)", "VALUES (1, 2), (3, default)"),
    ROWS_OF_DEFAULT("VALUES (1, DEFAULT), (2, DEFAULT)", "VALUES (3, DEFAULT)"),
    ROWS_WITH_BOOLEANS("VALUES (1, true), (2, $1), (NULL, false)", "VALUES (1, 2)"),
    ROWS_IN_TURN("VALUES (1, now()), (2, 3), (4, now())", "VALUES (1, now()), (2, 3)"),
    LIMIT_NULL("SELECT a FROM t LIMIT NULL", "SELECT a FROM t LIMIT 5"),
    OFFSET_ROWS("OFFSET 5 ROWS FETCH NEXT 1 ROWS ONLY", "offset 0 rows fetch next $1 rows only"),
    ORDER_OF_AN_AGGREGATE("SELECT f(a ORDER BY 1) FROM t", "SELECT f(a ORDER BY 2) FROM t"),
    ORDER_OF_A_WINDOW("SELECT f() OVER (ORDER BY 1)", "SELECT f() OVER (ORDER BY 2)"),
    CONSTANT_GROUP_KEY("GROUP BY ROLLUP (1 + a)", "GROUP BY ROLLUP (2 + a)"),
    ARGUMENT_IN_GROUP_BY("GROUP BY f(1), (g(2))", "GROUP BY f(3), (g(4))"),
    SLICES("SELECT a[1:2], b[:3], c[4:]", "SELECT a[5:6], b[:7], c[8:]"),
    UTILITY_CASE("vacuum analyze t", "VACUUM ANALYZE t"),
    OBJECT_CASE("create index concurrently i on t (a)", "CREATE INDEX CONCURRENTLY i ON t (a)"),
    JSON_KEYS("SELECT d ->> 'a' FROM t", "SELECT d ->> $1 FROM t"),
    ESCAPE_STRINGS("WHERE a LIKE E'a\\_%' ESCAPE '\\'", "WHERE a LIKE 'b' ESCAPE '!'"),
    ON_CONFLICT_VALUES("DO UPDATE SET a = 'x', b = -1", "DO UPDATE SET a = $1, b = 2"),
    SAMPLE("FROM t TABLESAMPLE system (10)", "FROM t TABLESAMPLE SYSTEM (20)"),
    LONG_WORDS("SELECT Current_Transaction_Identifier", "SELECT current_TRANSACTION_identifier"),
    NUMBERS_IN_A_SORT_EXPRESSION("ORDER BY f(a, 1), b[1]", "ORDER BY f(a, 2), b[2]");

    final String one;
    final String other;

    Same(String one, String other) {
      this.one = one;
      this.other = other;
    }
  }

  /** Two texts of two patterns. */
  private enum Different {
    TABLES("SELECT a FROM t", "SELECT a FROM u"),
    SCHEMAS("SELECT a FROM x.t", "SELECT a FROM y.t"),
    COLUMNS("WHERE a = 1", "WHERE b = 1"),
    QUALIFIED("WHERE t.a = 1", "WHERE a = 1"),
    OPERATORS("WHERE a = 1", "WHERE a > 1"),
    OPERATOR_OF_TWO_SIGNS("SELECT a -> 'x'", "SELECT a ->> 'x'"),
    SUBTRACTION("SELECT a - 1", "SELECT a + 1"),
    SUBTRACTION_AND_SIGN("SELECT (a) - 1", "SELECT (a), - 1"),
    QUOTED_CASE("SELECT \"Id\" FROM t", "SELECT \"id\" FROM t"),
    QUOTED_KEYWORD("SELECT \"null\"", "SELECT null"),
    QUOTED_USER("SELECT user", "SELECT \"user\""),
    QUOTED_DATE("WHERE current_date > a", "WHERE \"current_date\" > a"),
    QUOTED_TIMESTAMP("SELECT current_timestamp", "SELECT \"current_timestamp\""),
    CONJUNCTS("WHERE a = 1 AND b = 2", "WHERE a = 1 AND b = 2 AND c = 3"),
    REPEATED_CONJUNCTS("WHERE a = 1", "WHERE a = 1 AND a = 2"),
    AND_OR("WHERE a = 1 AND b = 2", "WHERE a = 1 OR b = 2"),
    NOT("WHERE a IN (1)", "WHERE a NOT IN (1)"),
    IS_NULL("WHERE a IS NULL", "WHERE a IS NOT NULL"),
    IS_NULL_AND_IS_TRUE("WHERE a IS NULL", "WHERE a IS TRUE"),
    IS_TRUE_AND_IS_FALSE("WHERE a IS TRUE", "WHERE a IS FALSE"),
    NULL_CONSTRAINT("CREATE TABLE t (a int NOT NULL)", "CREATE TABLE t (a int NULL)"),
    DISTINCT("SELECT DISTINCT a FROM t", "SELECT a FROM t"),
    COUNT_DISTINCT("SELECT count(DISTINCT a)", "SELECT count(a)"),
    SORT_DIRECTION("ORDER BY a ASC", "ORDER BY a DESC"),
    NULLS_FIRST("ORDER BY a NULLS FIRST", "ORDER BY a NULLS LAST"),
    SORT_COLUMNS("ORDER BY a, b", "ORDER BY b, a"),
    ORDINALS("SELECT a, b FROM t ORDER BY 1", "SELECT a, b FROM t ORDER BY 2"),
    SECOND_ORDINAL("ORDER BY a, 2 DESC LIMIT 1", "ORDER BY a, 3 DESC LIMIT 1"),
    GROUP_ORDINALS("GROUP BY 1, 2", "GROUP BY 1"),
    ARGUMENT_COUNT("SELECT f(1)", "SELECT f(1, 2)"),
    COALESCE_LENGTH("SELECT coalesce(1, 2)", "SELECT coalesce(1, 2, 3)"),
    SELECT_LENGTH("SELECT 1", "SELECT 1, 2"),
    IN_LIST_AND_QUERY("WHERE a IN (1)", "WHERE a IN (SELECT 1)"),
    IN_QUERY_COLUMNS("WHERE (a, b) IN (SELECT 1, 2)", "WHERE (a, b) IN (SELECT 1)"),
    IN_COLUMNS("WHERE 1 IN (a, b)", "WHERE 1 IN (a, c)"),
    ROW_LENGTH("INSERT INTO t VALUES (1, 2)", "INSERT INTO t VALUES (1)"),
    ROWS_OF_CALLS("INSERT INTO t VALUES (f(1))", "INSERT INTO t VALUES (g(1))"),
    SUBSCRIPT_AND_SLICE("SELECT a[1]", "SELECT a[1:2]"),
    JOIN_KIND("FROM a JOIN b ON a.x = b.x", "FROM a LEFT JOIN b ON a.x = b.x"),
    CASTS("SELECT '1'::int", "SELECT '1'::text"),
    LITERAL_TYPES("SELECT date '2026-01-01'", "SELECT timestamp '2026-01-01'"),
    LIMIT("SELECT a FROM t", "SELECT a FROM t LIMIT 1"),
    STATEMENTS("SELECT 1; SELECT 1", "SELECT 1"),
    WORDS_AND_STRINGS("SELECT a", "SELECT 'a'"),
    NULL_COMPARISON("WHERE a IS NULL", "WHERE a = NULL"),
    QUANTIFIERS("WHERE a = ANY ($1)", "WHERE a = ALL ($1)"),
    BETWEEN_AND_RANGE("WHERE a BETWEEN 1 AND 2", "WHERE a >= 1 AND a <= 2"),
    BETWEEN_SYMMETRIC("WHERE a BETWEEN 1 AND 2", "WHERE a BETWEEN SYMMETRIC 1 AND 2"),
    IN_AND_EQUALS("WHERE a IN (1)", "WHERE a = 1"),
    IN_AND_ANY("WHERE a IN (1)", "WHERE a = ANY (ARRAY[1])"),
    LIKE_AND_ILIKE("WHERE a LIKE 'x'", "WHERE a ILIKE 'x'"),
    TABLE_ALIASES("SELECT 1 FROM t a", "SELECT 1 FROM t b"),
    COLUMN_ALIASES("SELECT a AS x", "SELECT a AS y"),
    LOCKING("SELECT a FROM t", "SELECT a FROM t FOR UPDATE"),
    LOCK_STRENGTH("SELECT a FROM t FOR UPDATE", "SELECT a FROM t FOR SHARE"),
    SKIP_LOCKED("FOR UPDATE NOWAIT", "FOR UPDATE SKIP LOCKED"),
    UNION_ALL("SELECT 1 UNION SELECT 2", "SELECT 1 UNION ALL SELECT 2"),
    SET_OPERATIONS("SELECT 1 EXCEPT SELECT 2", "SELECT 1 INTERSECT SELECT 2"),
    EXISTS("WHERE EXISTS (SELECT 1)", "WHERE NOT EXISTS (SELECT 1)"),
    LIMIT_ALL("SELECT a FROM t LIMIT ALL", "SELECT a FROM t LIMIT 10"),
    OFFSET("SELECT a FROM t LIMIT 1", "SELECT a FROM t OFFSET 1"),
    FETCH_WITH_TIES("FETCH FIRST 1 ROWS ONLY", "FETCH FIRST 1 ROWS WITH TIES"),
    DISTINCT_ON("SELECT DISTINCT ON (a) b FROM t", "SELECT DISTINCT a, b FROM t"),
    DISTINCT_ON_ORDINAL("SELECT DISTINCT ON (1) a, b", "SELECT DISTINCT ON (2) a, b"),
    ROLLUP_ORDINALS("GROUP BY ROLLUP(1,2)", "GROUP BY ROLLUP(1,3)"),
    CUBE_ORDINALS("GROUP BY CUBE (1, 2)", "GROUP BY CUBE (2, 1)"),
    GROUPING_SET_ORDINALS("GROUP BY GROUPING SETS ((1), (2))", "GROUP BY GROUPING SETS ((1), (3))"),
    GROUP_ORDINAL_IN_PARENTHESES("GROUP BY (1)", "GROUP BY (2)"),
    ORDINAL_OF_A_SUBQUERY("IN (SELECT a, b ORDER BY 1)", "IN (SELECT a, b ORDER BY 2)"),
    DEFAULT_IS_NO_VALUE("INSERT INTO t VALUES (DEFAULT)", "INSERT INTO t VALUES (1)"),
    DEFAULT_IN_SET("UPDATE t SET a = DEFAULT", "UPDATE t SET a = 1"),
    INSERT_COLUMNS("INSERT INTO t (a) VALUES (1)", "INSERT INTO t (b) VALUES (1)"),
    SLICE_BOUNDS("SELECT a[1:]", "SELECT a[:1]"),
    NEGATED_COLUMN("WHERE a = -b", "WHERE a = b"),
    NEGATED_PARAMETER("WHERE a = -$1", "WHERE a = $1"),
    LONG_NAMES("SELECT a_name_of_16_bytes_1", "SELECT a_name_of_16_bytes_2"),
    TWO_STATEMENTS("SELECT 1; SELECT a", "SELECT 1; SELECT b"),
    COLLATION("ORDER BY a", "ORDER BY a COLLATE \"C\""),
    STRING_AND_COMMENT("SELECT '--' a", "SELECT '' -- a");

    final String one;
    final String other;

    Different(String one, String other) {
      this.one = one;
      this.other = other;
    }
  }

  @ParameterizedTest
  @EnumSource
  void collide(Same texts) {
    assertThat(text(texts.one)).isEqualTo(text(texts.other));
    assertThat(fingerprint(texts.one)).isEqualTo(fingerprint(texts.other));
  }

  @ParameterizedTest
  @EnumSource
  void doNotCollide(Different texts) {
    assertThat(fingerprint(texts.one)).isNotEqualTo(fingerprint(texts.other));
    assertThat(text(texts.one)).isNotEqualTo(text(texts.other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          select 1                                | SELECT $1
          select Id,"Name" from "users" u;        | SELECT id, "Name" FROM users u
          select * from t where a=-1 and b in(1,2)| SELECT * FROM t WHERE a = $1 AND b IN (...)
          select a from t where b is null         | SELECT a FROM t WHERE b IS NULL
          select count ( * ) from a.b where c~'x' | SELECT count(*) FROM a.b WHERE c ~ $1
          insert into t(a,b) values(1,null),(2,3) | INSERT INTO t (a, b) VALUES ($1, $2)
          update t set a=a-1,b='x' where id=$3    | UPDATE t SET a = a - $1, b = $2 WHERE id = $3
          delete from t where d<now()-interval'1d'| DELETE FROM t WHERE d < now() - interval $1
          select a[1],b::text from t order by 2,a | SELECT a[$1], b::text FROM t ORDER BY 2, a
          select data->>'k' from t where k=any($1)| SELECT data ->> $1 FROM t WHERE k = ANY ($2)
          select array[1,2],array[[1],[2]]        | SELECT ARRAY[...], ARRAY[[...]]
          select a from t fetch first 5 rows only | SELECT a FROM t FETCH FIRST $1 ROWS ONLY
          select f(x=>1),"order" from t--end      | SELECT f(x => $1), "order" FROM t
          with c as(values(1),(2))select*from c   | WITH c AS (VALUES ($1)) SELECT * FROM c
          copy(select a from t)to stdout          | COPY (SELECT a FROM t) TO stdout
          explain (analyze) select 1              | EXPLAIN (ANALYZE) SELECT $1
          drop table if exists T                  | DROP TABLE IF EXISTS t
          select copy from "copy" c               | SELECT copy FROM copy c
          create or replace view v as select 1    | CREATE OR REPLACE VIEW v AS SELECT $1
          select "user",user from "order" "both"  | SELECT "user", user FROM "order" "both"
          savepoint "s1_x2"                       | SAVEPOINT $1
          release savepoint s1; release s2        | RELEASE SAVEPOINT $1; RELEASE $2
          rollback to savepoint sp1               | ROLLBACK TO SAVEPOINT $1
          rollback work to sp1                    | ROLLBACK work TO $1
          deallocate prepare p1; deallocate all   | DEALLOCATE PREPARE $1; DEALLOCATE ALL
          prepare p1(int) as select a from t      | PREPARE $1 (int) AS SELECT a FROM t
          prepare transaction 'x'                 | PREPARE transaction $1
          declare c1 cursor for select a from t   | DECLARE $1 cursor FOR SELECT a FROM t
          fetch forward 100 from "c1"             | FETCH forward $1 FROM $2
          move 5 in c1; close c1; close all       | MOVE $1 IN $2; CLOSE $3; CLOSE ALL
          select a from t where a != 1            | SELECT a FROM t WHERE a <> $1
          select a[1:2],a[:],a[ 1 : ] from t      | SELECT a[$1 : $2], a[:], a[$3 :] FROM t
          select 1 from t group by rollup(1,a+2)  | SELECT $1 FROM t GROUP BY rollup(1, a + $2)
          values(1,default),(2,3),(default,4)     | VALUES ($1, $2)
          insert into t values(default,1,true)    | INSERT INTO t VALUES (DEFAULT, $1, $2)
          begin ; select 1 ;                      | BEGIN; SELECT $1
          """)
  void canonicalTextReadsAsAPersonWouldTypeIt(String sql, String canonical) {
    assertThat(text(sql)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void canonicalTextIsAFixedPoint(String statement) {
    assertFixedPoint(utf8(statement));
  }

  @Test
  void canonicalTextOfAnyTextIsAFixedPoint() {
    SqlSoups.of(99, 50_000).forEach(this::assertFixedPoint);
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void whiteSpaceAndCommentsBetweenTokensDoNotMatter(String statement) {
    String spaced =
        Token.scan(statement).stream()
            .map(token -> statement.substring(token.start(), token.end()))
            .map(token -> token.isBlank() ? token + "/* ' */ --x\n" : token)
            .collect(Collectors.joining());

    assertThat(fingerprint(utf8(spaced))).isEqualTo(fingerprint(utf8(statement)));
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void literalsDoNotSurvive(String statement) {
    Random random = new Random(statement.length());
    StringBuilder canaries = new StringBuilder();
    for (Token token : Token.scan(statement)) {
      String text = statement.substring(token.start(), token.end());
      canaries.append(token.kind() == TokenKind.STRING ? canary(random) : text);
    }

    assertThat(text(canaries.toString())).doesNotContainIgnoringCase("canary");
  }

  @Test
  void numbersDoNotSurvive() {
    String sql =
        """
        SELECT 77701, -77702, .77703, 77704.5, 77705e1, 0x77706, a[77707], f(x, 77708)
        FROM t WHERE a IN (77709, b, 77710) AND c > 77711 - d ORDER BY 77712 + a, b % 77713
        LIMIT 77714 OFFSET 77715""";

    assertThat(text(sql)).doesNotContain("777");
  }

  @Test
  void aLongListIsAsShortAsAShortOne() {
    String list =
        IntStream.range(0, 50_000).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));

    assertThat(text("SELECT 1 WHERE a IN (" + list + ")")).isEqualTo("SELECT $1 WHERE a IN (...)");
  }

  @Test
  void deepNestingIsRead() {
    String deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);

    assertThat(text("SELECT " + deep)).hasSize("SELECT ".length() + 10_002);
  }

  @Test
  void forgetsTheStatementBefore() {
    Fingerprint alone = fingerprint("SELECT 1, 2");

    for (String before :
        List.of("SELECT ((", "INSERT INTO", "VALUES (1), (2", "ORDER BY", "a -", ";")) {
      fingerprint(before);
      assertThat(fingerprint("SELECT 1, 2")).as(before).isEqualTo(alone);
    }
  }

  @Test
  void aBracketTooManyClosesNothingOfTheStatementBefore() {
    Fingerprint alone = new Canonicalizer().read(Slice.of("x), 4711, y".getBytes(UTF_8)));
    Canonicalizer canonicalizer = new Canonicalizer();

    canonicalizer.read(Slice.of("SELECT a FROM t ORDER BY f(a)".getBytes(UTF_8)));

    assertThat(canonicalizer.read(Slice.of("x), 4711, y".getBytes(UTF_8)))).isEqualTo(alone);
  }

  @Test
  void onlyTheHeadOfAnEndlessTextIsKept() {
    String fits = "a".repeat(CanonicalSql.MAX_BYTES);

    assertThat(text(fits)).isEqualTo(fits);
    assertThat(text(fits + "b")).isEqualTo(fits + "...");
    assertThat(fingerprint(fits + "b")).isNotEqualTo(fingerprint(fits + "c"));
    assertThat(text("SELECT 1")).isEqualTo("SELECT $1");
  }

  @Test
  void readsNothingBeyondTheSlice() {
    byte[] around = "xSELECT a FROM t WHERE b = 1'".getBytes(UTF_8);

    assertThat(canonicalizer.read(Slice.of(around, 1, around.length - 1)))
        .isEqualTo(fingerprint("SELECT a FROM t WHERE b = 1"));
  }

  private static String canary(Random random) {
    String word = "canary" + random.nextInt(1_000_000);
    List<String> forms =
        Stream.of(
                "'%s'",
                "E'\\'%s'", "U&'%s'", "N'%s'", "$$%s$$", "$q$'%s$q$", "B'%s'", "X'%s'", "'\n'' %s'")
            .map(form -> form.formatted(word))
            .toList();
    return " " + forms.get(random.nextInt(forms.size())) + " ";
  }

  private void assertFixedPoint(String statement) {
    CanonicalSql once = canonical(statement);
    CanonicalSql twice = canonical(once.text());
    if (!once.equals(twice)) {
      assertThat(twice).as(statement).isEqualTo(once);
    }
  }

  private Fingerprint fingerprint(String sql) {
    return canonicalizer.read(Slice.of(sql.getBytes(UTF_8)));
  }

  private String text(String sql) {
    return canonical(sql).text();
  }

  private CanonicalSql canonical(String sql) {
    return canonicalizer.canonical(fingerprint(sql));
  }

  /** The text whose bytes the sample's characters stand for. */
  private static String utf8(String sample) {
    return new String(sample.getBytes(ISO_8859_1), UTF_8);
  }
}
