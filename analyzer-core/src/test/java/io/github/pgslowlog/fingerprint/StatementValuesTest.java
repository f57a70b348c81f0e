package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.StatementValues.Kind;
import io.github.pgslowlog.fingerprint.StatementValues.Value;
import io.github.pgslowlog.fingerprint.StatementValues.ValueList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementValuesTest {
  private final Canonicalizer canonicalizer = new Canonicalizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'abc'                           | STRING abc
          'it''s'                         | STRING it's
          'a\\b'                          | STRING a\\b
          N'abc'                          | STRING abc
          E'it\\'s \\\\ a\\tb'            | STRING it's \\ a\tb
          e'\\x41\\102\\u00e4\\U0001F600' | STRING ABä😀
          E'\\303\\244'                   | STRING ä
          E'\\ud83d\\ude00'               | STRING 😀
          E'a\\xq'                        | STRING axq
          U&'d\\0061t\\+0000e4 \\\\'      | STRING datä \\
          U&'d!0061t!!' UESCAPE '!'       | STRING dat!
          $$it's$$                        | STRING it's
          $q$a $$ b$q$                    | STRING a $$ b
          'Größe'                         | STRING Größe
          'open                           | STRING open
          $$open                          | STRING open
          1.5e-3                          | NUMBER 1.5e-3
          -5                              | NUMBER -5
          - 5                             | NUMBER -5
          +5                              | NUMBER 5
          0x1F                            | NUMBER 0x1F
          NULL                            | NULL NULL
          True                            | BOOLEAN true
          FALSE                           | BOOLEAN false
          $12                             | PARAMETER 12
          B'0101'                         | OTHER B'0101'
          date '2026-01-01'               | STRING 2026-01-01
          '2026-01-01'::date              | STRING 2026-01-01
          """)
  void readsALiteral(String literal, String expected) {
    Value value = read("SELECT a = " + literal).values().get(0);

    assertThat(value.kind() + " " + value.text()).isEqualTo(expected);
    assertThat(value.isCut()).isFalse();
  }

  @Test
  void readsAStringOnSeveralLines() {
    assertThat(read("SELECT 'a' -- it's\n 'b'\n'c''d'").values()).containsExactly(string("abc'd"));
  }

  @Test
  void keepsTheFirst256Characters() {
    String fits = "ä".repeat(256);

    assertThat(read("SELECT '" + fits + "'").values()).containsExactly(string(fits));
    for (String form : List.of("'%s'", "E'%s'", "$$%s$$", "U&'%s'")) {
      assertThat(read("SELECT " + form.formatted(fits + "äääääääääääääääää")).values())
          .as(form)
          .containsExactly(new Value(Kind.STRING, fits, true));
    }
    assertThat(read("SELECT '" + "😀".repeat(300) + "'").values())
        .containsExactly(new Value(Kind.STRING, "😀".repeat(256), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT a FROM t WHERE b = 'x' AND c IN (1, 2) LIMIT $1  | x 1           | 1 2
          SELECT a FROM t WHERE b IN ('x') AND c = ANY (ARRAY[5]) | `` | x; 5
          SELECT a FROM t WHERE b IN (1, c, -2)                   | 1             | ``
          SELECT a FROM t WHERE b IN ('x'::k, 'y'::k)             | x             | ``
          SELECT a FROM t WHERE (b, c) IN ((1, 2), (3, 4))        | 1 2           | ``
          SELECT ARRAY[[1, 2], [3, 4]], 5                         | 5             | 1 2
          INSERT INTO t VALUES (1, 'a'), (2, 'b') RETURNING 7     | 1 a 7         | ``
          INSERT INTO t VALUES (1, DEFAULT, DEFAULT), (2, 3, DEFAULT) | 1 3       | ``
          INSERT INTO t VALUES (DEFAULT, IN (8, 9)), (1, IN (6))  | 1             | 8 9
          SELECT a FROM t ORDER BY 1, 2 + b LIMIT 3               | 2 3           | ``
          SELECT a FROM t GROUP BY 1, (2) HAVING b > 3            | 3             | ``
          """)
  void readsAStatement(String sql, String values, String lists) {
    StatementValues read = read(sql);

    assertThat(read.values().stream().map(Value::text).collect(joining(" "))).isEqualTo(values);
    assertThat(
            read.lists().stream()
                .map(list -> list.first().stream().map(Value::text).collect(joining(" ")))
                .collect(joining("; ")))
        .isEqualTo(lists);
  }

  @Test
  void keepsSixteenElementsAndCountsTheOthers() {
    String list = IntStream.rangeClosed(1, 50_000).mapToObj(i -> "" + i).collect(joining(","));

    ValueList read = read("SELECT 1 WHERE a IN (" + list + ") AND b = 2").lists().get(0);

    assertThat(read.count()).isEqualTo(50_000);
    assertThat(read.first()).hasSize(16).last().isEqualTo(new Value(Kind.NUMBER, "16", false));
  }

  @Test
  void keepsTenThousandValues() {
    String many = IntStream.rangeClosed(1, 10_001).mapToObj(i -> "" + i).collect(joining(","));

    List<Value> values = read("SELECT f(" + many + ")").values();

    assertThat(values).hasSize(10_000).last().isEqualTo(new Value(Kind.NUMBER, "10000", false));
  }

  @Test
  void rowsThatFoldLeaveRoomForTheValuesBehindThem() {
    String row = "(" + IntStream.range(0, 6_000).mapToObj(i -> "1").collect(joining(",")) + ")";

    List<Value> values = read("VALUES " + row + "," + row + "," + row + " LIMIT 7").values();

    assertThat(values).hasSize(6_001).last().isEqualTo(new Value(Kind.NUMBER, "7", false));
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void valuesHaveTheNumbersOfCanonicalText(String statement) {
    assertSameNumbers(new String(statement.getBytes(ISO_8859_1), UTF_8));
  }

  @Test
  void valuesOfAnyTextHaveTheNumbersOfCanonicalText() {
    SqlSoups.of(5, 50_000).forEach(this::assertSameNumbers);
  }

  @ParameterizedTest
  @MethodSource("io.github.pgslowlog.fingerprint.SampleStatements#all")
  void valuesPutBackGiveTheSamePattern(String statement) {
    Slice sql = Slice.of(statement.getBytes(ISO_8859_1));
    CanonicalSql canonical = canonicalizer.canonical(canonicalizer.read(sql));
    String putBack = putBack(canonical.text(), StatementValues.read(sql));

    Fingerprint fingerprint = canonicalizer.read(Slice.of(putBack.getBytes(UTF_8)));

    assertThat(canonicalizer.canonical(fingerprint)).as(putBack).isEqualTo(canonical);
  }

  private void assertSameNumbers(String statement) {
    Slice sql = Slice.of(statement.getBytes(UTF_8));
    String canonical = canonicalizer.canonical(canonicalizer.read(sql)).text();
    String bytes = new String(canonical.getBytes(UTF_8), ISO_8859_1);
    StatementValues read = StatementValues.read(sql);
    long values = Token.scan(bytes).stream().filter(t -> t.kind() == TokenKind.PARAMETER).count();
    long lists = Token.scan(bytes).stream().filter(t -> isList(t, bytes)).count();
    if (values != read.values().size() || lists != read.lists().size()) {
      assertThat(read).as(statement + "\n" + canonical).isNull();
    }
  }

  private static String putBack(String canonical, StatementValues read) {
    String bytes = new String(canonical.getBytes(UTF_8), ISO_8859_1);
    Iterator<Value> values = read.values().iterator();
    Iterator<ValueList> lists = read.lists().iterator();
    StringBuilder out = new StringBuilder();
    int behind = 0;
    for (Token token : Token.scan(bytes)) {
      if (token.start() < behind) {
        continue;
      }
      behind = token.end();
      if (token.kind() == TokenKind.PARAMETER) {
        out.append(written(values.next()));
      } else if (isList(token, bytes)) {
        behind++;
        List<Value> first = lists.next().first();
        out.append(first.stream().map(StatementValuesTest::written).collect(joining(",")));
      } else {
        out.append(bytes, token.start(), token.end());
      }
    }
    return new String(out.toString().getBytes(ISO_8859_1), UTF_8);
  }

  private static boolean isList(Token token, String bytes) {
    return token.kind() == TokenKind.PUNCTUATION && bytes.startsWith("...", token.start());
  }

  /** A literal, characters for bytes. */
  private static String written(Value value) {
    String text = new String(value.text().getBytes(UTF_8), ISO_8859_1);
    return switch (value.kind()) {
      case STRING -> "'" + text.replace("'", "''") + "'";
      case PARAMETER -> "$" + text;
      default -> text;
    };
  }

  private static Value string(String text) {
    return new Value(Kind.STRING, text, false);
  }

  private static StatementValues read(String sql) {
    return StatementValues.read(Slice.of(sql.getBytes(UTF_8)));
  }
}
