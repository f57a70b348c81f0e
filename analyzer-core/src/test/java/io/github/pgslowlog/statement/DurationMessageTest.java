package io.github.pgslowlog.statement;

import static io.github.pgslowlog.statement.StatementKind.BARE;
import static io.github.pgslowlog.statement.StatementKind.BIND;
import static io.github.pgslowlog.statement.StatementKind.EXECUTE;
import static io.github.pgslowlog.statement.StatementKind.EXECUTE_FETCH;
import static io.github.pgslowlog.statement.StatementKind.FASTPATH;
import static io.github.pgslowlog.statement.StatementKind.PARSE;
import static io.github.pgslowlog.statement.StatementKind.PLAN;
import static io.github.pgslowlog.statement.StatementKind.STATEMENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationMessageTest {
  static Stream<Arguments> forms() {
    return Stream.of(
        arguments("statement: SELECT 1", STATEMENT, null, null, "SELECT 1"),
        arguments("statement: ", STATEMENT, null, null, ""),
        arguments("statement: -- only a comment", STATEMENT, null, null, "-- only a comment"),
        arguments("statement: SELECT 1;\nSELECT 2", STATEMENT, null, null, "SELECT 1;\nSELECT 2"),
        arguments("parse <unnamed>: SELECT $1", PARSE, "<unnamed>", null, "SELECT $1"),
        arguments("parse S_1: SELECT $1", PARSE, "S_1", null, "SELECT $1"),
        arguments("bind S_1: SELECT $1", BIND, "S_1", null, "SELECT $1"),
        arguments("bind S_1/C_2: SELECT $1", BIND, "S_1", "C_2", "SELECT $1"),
        arguments("execute S_1: SELECT $1", EXECUTE, "S_1", null, "SELECT $1"),
        arguments("execute S_1/C_2: SELECT $1", EXECUTE, "S_1", "C_2", "SELECT $1"),
        arguments("execute <unnamed>: BEGIN", EXECUTE, "<unnamed>", null, "BEGIN"),
        arguments("execute <unnamed>: ", EXECUTE, "<unnamed>", null, ""),
        arguments(
            "execute fetch from <unnamed>/C_2: SELECT 1",
            EXECUTE_FETCH,
            "<unnamed>",
            "C_2",
            "SELECT 1"),
        arguments("fastpath function call: \"lo_open\" (OID 952)", FASTPATH, null, null, "lo_open"),
        arguments("fastpath function call: \"a\"b\" (OID 1)", FASTPATH, null, null, "a\"b"),
        arguments("plan:\nQuery Text: SELECT 1", PLAN, null, null, null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void formIsTakenApart(
      String text,
      StatementKind kind,
      @Nullable String name,
      @Nullable String portal,
      @Nullable String sql) {
    DurationMessage expected = new DurationMessage(kind, 12_345, name, portal, slice(sql));

    assertThat(read("duration: 12.345 ms  " + text)).isEqualTo(expected);
    assertThat(read("duration: 12.345 ms " + text)).as("one space").isEqualTo(expected);
  }

  @Test
  void durationWithoutTextIsBare() {
    assertThat(read("duration: 0.105 ms"))
        .isEqualTo(new DurationMessage(BARE, 105, null, null, null));
    assertThat(read("duration: 0.105 ms  "))
        .isEqualTo(new DurationMessage(BARE, 105, null, null, null));
  }

  /** Sums of such numbers would not fit into 64 bits. */
  @Test
  void impossiblyLongDurationIsNone() {
    assertThat(read("duration: 100000000000.000 ms  statement: SELECT 1")).isNull();
  }

  @ParameterizedTest(name = "{0} ms is {1}")
  @CsvSource({
    "0.000, 0",
    "0.001, 1",
    "1.000, 1000",
    "86400000.999, 86400000999",
    "99999999999.999, 99999999999999"
  })
  void durationIsExactToTheMicrosecond(String milliseconds, long micros) {
    DurationMessage message = read("duration: " + milliseconds + " ms");

    assertThat(message).isEqualTo(new DurationMessage(BARE, micros, null, null, null));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("with space: SELECT 1", "with space", null, "SELECT 1"),
        arguments("ünï: SELECT 1", "ünï", null, "SELECT 1"),
        arguments("__asyncpg_stmt_1__: SELECT 1", "__asyncpg_stmt_1__", null, "SELECT 1"),
        arguments("a: b: SELECT 1", "a: b", null, "SELECT 1"),
        arguments("a:b/c:d: SELECT 1", "a:b", "c:d", "SELECT 1"),
        arguments("a/b/c: SELECT 1", "a/b", "c", "SELECT 1"),
        arguments(
            "x: SELECT a FROM t WHERE b = ': SELECT 2'",
            "x",
            null,
            "SELECT a FROM t WHERE b = ': SELECT 2'"),
        arguments(
            "x: /* c: SELECT 2 */ UPDATE t SET a = 1",
            "x",
            null,
            "/* c: SELECT 2 */ UPDATE t SET a = 1"),
        arguments("x: (SELECT 1)", "x", null, "(SELECT 1)"),
        arguments("x: select 'ı: İ'", "x", null, "select 'ı: İ'"),
        arguments("x: INSERT INTO t VALUES (1)", "x", null, "INSERT INTO t VALUES (1)"),
        arguments("x: no command: at all", "x", null, "no command: at all"),
        arguments("x: \nSELECT 1", "x", null, "\nSELECT 1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void nameEndsWhereACommandStarts(String text, String name, @Nullable String portal, String sql) {
    assertThat(read("duration: 1.000 ms  execute " + text))
        .isEqualTo(new DurationMessage(EXECUTE, 1_000, name, portal, slice(sql)));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "ready",
        "statement: SELECT 1",
        "Duration: 1.000 ms",
        " duration: 1.000 ms",
        "duration: ",
        "duration: 1 ms",
        "duration: 1.00 ms",
        "duration: 1.0000 ms",
        "duration: .001 ms",
        "duration: -1.000 ms",
        "duration: 1,000 ms",
        "duration: 1.000 s",
        "duration: 1.000",
        "duration: 1.000 msx",
        "duration: 1.000 ms\nplan:",
        "duration: 1.000 ms  of something else",
        "duration: 1.000 ms  execute without a colon",
        "duration: 1000000000000000000.000 ms"
      })
  void otherTextIsNoDuration(String text) {
    assertThat(read(text)).isNull();
  }

  private static @Nullable DurationMessage read(String text) {
    byte[] bytes = ("<" + text + "> ms").getBytes(UTF_8);
    return DurationMessage.read(Slice.of(bytes, 1, bytes.length - 4), Languages.english());
  }

  private static @Nullable Slice slice(@Nullable String text) {
    return text == null ? null : Slice.of(text.getBytes(UTF_8));
  }
}
