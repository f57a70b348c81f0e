package io.github.pgslowlog.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.prefix.PrefixEscape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StderrFramerTest {
  private static final String PREFIX = "%m [%p] ";

  @Test
  void continuationLosesExactlyOneTab() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: SELECT 1,
            \t\t2,
            \t  3
            """);

    assertThat(log.texts())
        .containsExactly("LOG: duration: 1.000 ms  statement: SELECT 1,\n\t2,\n  3");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void trailingLineFeedOfAStatementStays() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  statement: SELECT 1
            \t
            \t
            2026-11-20 09:00:03.942 UTC [41] LOG:  ready
            """);

    assertThat(log.texts()).containsExactly("LOG: statement: SELECT 1\n\n", "LOG: ready");
  }

  @Test
  void carriageReturnOfAClientStays() {
    FrameRecorder log =
        read("2026-11-20 09:00:03.941 UTC [41] LOG:  statement: SELECT 1\r\n\tFROM x\n");

    assertThat(log.texts()).containsExactly("LOG: statement: SELECT 1\r\nFROM x");
  }

  @Test
  void lineOfALogInsideAStatementIsText() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: SELECT '
            \t2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 88888.000 ms  statement: x
            \t2026-11-20 09:00:03.941 UTC [41] DETAIL:  Parameters: $1 = 'x''
            """);

    assertThat(log.texts())
        .containsExactly(
            """
            LOG: duration: 1.000 ms  statement: SELECT '
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 88888.000 ms  statement: x
            2026-11-20 09:00:03.941 UTC [41] DETAIL:  Parameters: $1 = 'x''""");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void sectionsBelongToTheirMessage() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] ERROR:  division by zero
            2026-11-20 09:00:03.941 UTC [41] DETAIL:  two
            \tlines
            2026-11-20 09:00:03.941 UTC [41] HINT:  try again
            2026-11-20 09:00:03.941 UTC [41] QUERY:  SELECT 1/0
            2026-11-20 09:00:03.941 UTC [41] CONTEXT:  PL/pgSQL function f() line 3
            \tSQL statement "SELECT f()"
            2026-11-20 09:00:03.941 UTC [41] LOCATION:  int4div, int.c:841
            2026-11-20 09:00:03.941 UTC [41] BACKTRACE:  x
            2026-11-20 09:00:03.941 UTC [41] STATEMENT:  SELECT
            \tg()
            2026-11-20 09:00:03.942 UTC [41] LOG:  ready
            """);

    assertThat(log.texts())
        .containsExactly(
            """
            ERROR: division by zero|DETAIL: two
            lines|HINT: try again|QUERY: SELECT 1/0|CONTEXT: PL/pgSQL function f() line 3
            SQL statement "SELECT f()"|LOCATION: int4div, int.c:841|BACKTRACE: x|STATEMENT: SELECT
            g()""",
            "LOG: ready");
  }

  @Test
  void placeAndPrefixOfAMessageAreTold() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            \ttwo
            2026-11-20 09:00:03.942 UTC [42] WARNING:  three
            """);

    StderrFrame second = log.frames().get(1);
    assertThat(second.location()).isEqualTo(new Location("postgresql.log", 3, 48));
    assertThat(second.severity()).isEqualTo(Label.WARNING);
    assertThat(second.head()).hasToString("2026-11-20 09:00:03.942 UTC [42] ");
    assertThat(second.fields().from(PrefixEscape.PROCESS)).isEqualTo(29);
    assertThat(second.fields().to(PrefixEscape.PROCESS)).isEqualTo(31);
  }

  @Test
  void sectionOfAnotherProcessIsSkippedWithItsContinuation() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            2026-11-20 09:00:03.941 UTC [42] DETAIL:  Parameters: $1 = 'duration: 7.000 ms
            \tmore'
            2026-11-20 09:00:03.941 UTC [41] DETAIL:  Parameters: $1 = 'a'
            """);

    assertThat(log.texts()).containsExactly("LOG: one|DETAIL: Parameters: $1 = 'a'");
    assertThat(log.skips()).containsExactly(skip(SkipReason.NO_MESSAGE, 2, 43, 0));
  }

  @Test
  void sessionDecidesBeforeProcess() {
    FrameRecorder log =
        FrameRecorder.read(
            "%c %p ",
            """
            6b00e090.43ff 41 LOG:  one
            6b00e091.43ff 41 DETAIL:  of another session
            6b00e090.43ff 41 DETAIL:  of this session
            """);

    assertThat(log.texts()).containsExactly("LOG: one|DETAIL: of this session");
    assertThat(log.skips()).containsExactly(skip(SkipReason.NO_MESSAGE, 2, 27, 0));
  }

  @Test
  void sectionWithoutAnyMessageIsSkipped() {
    FrameRecorder log = read("2026-11-20 09:00:03.941 UTC [41] STATEMENT:  SELECT 1\n");

    assertThat(log.frames()).isEmpty();
    assertThat(log.skips()).containsExactly(skip(SkipReason.NO_MESSAGE, 1, 0, 0));
  }

  @Test
  void continuationBeforeTheFirstMessageIsSkippedOnce() {
    FrameRecorder log =
        read(
            """
            \tSELECT '2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 88888.000 ms  statement: x
            \tmore
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            """);

    assertThat(log.texts()).containsExactly("LOG: one");
    assertThat(log.skips()).containsExactly(skip(SkipReason.NO_START, 1, 0, 0));
  }

  @Test
  void lineWithoutPrefixIsSkippedAndItsDurationIsLost() {
    FrameRecorder log =
        read(
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            20 Nov 09:00:03 [41] LOG:  duration: 1234.567 ms  statement: SELECT
            \t1
            sh: 1: rsync: not found
            2026-11-20 09:00:03.942 UTC [41] LOG:  two
            """);

    assertThat(log.texts()).containsExactly("LOG: one", "LOG: two");
    assertThat(log.skips())
        .containsExactly(
            skip(SkipReason.NO_PREFIX, 2, 43, 1_234_567), skip(SkipReason.NO_PREFIX, 4, 114, 0));
  }

  @Test
  void lineOfNulBytesIsSkipped() {
    FrameRecorder log = read("\0\0\0\0\n2026-11-20 09:00:03.941 UTC [41] LOG:  one\n");

    assertThat(log.texts()).containsExactly("LOG: one");
    assertThat(log.skips()).containsExactly(skip(SkipReason.NUL_BYTES, 1, 0, 0));
  }

  @Test
  void lastMessageNeedsNoLineFeed() {
    assertThat(read("2026-11-20 09:00:03.941 UTC [41] LOG:  one").texts())
        .containsExactly("LOG: one");
    assertThat(read("").texts()).isEmpty();
  }

  @Test
  void emptyPrefixOfOldServersIsRead() {
    FrameRecorder log =
        FrameRecorder.read(
            "",
            """
            LOG:  duration: 1.000 ms  execute S_1: SELECT $1
            DETAIL:  parameters: $1 = '7'
            LOG:  ready
            """);

    assertThat(log.texts())
        .containsExactly(
            "LOG: duration: 1.000 ms  execute S_1: SELECT $1|DETAIL: parameters: $1 = '7'",
            "LOG: ready");
  }

  // --- the bound: prefix (33 bytes here) and texts count

  @Test
  void messageOfExactlyTheBoundIsWhole() {
    FrameRecorder log =
        FrameRecorder.read(
            PREFIX, "2026-11-20 09:00:03.941 UTC [41] LOG:  12345678\n\tabcdef\n", 48);

    assertThat(log.texts()).containsExactly("LOG: 12345678\nabcdef");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void messageOneByteAboveTheBoundIsCutAndTold() {
    String message = "2026-11-20 09:00:03.941 UTC [41] LOG:  12345678\n\tabcdefg\n\tmore\n";

    FrameRecorder log = FrameRecorder.read(PREFIX, message + message, 48);

    assertThat(log.texts()).containsExactly("LOG: 12345678\nabcdef", "LOG: 12345678\nabcdef");
    assertThat(log.skips())
        .containsExactly(skip(SkipReason.OVERSIZED, 1, 0, 0), skip(SkipReason.OVERSIZED, 4, 63, 0));
  }

  @Test
  void emptyLineOneByteAboveTheBoundIsCutAndTold() {
    FrameRecorder log =
        FrameRecorder.read(
            PREFIX, "2026-11-20 09:00:03.941 UTC [41] LOG:  12345678\n\tabcdef\n\t\n\t\n", 48);

    assertThat(log.texts()).containsExactly("LOG: 12345678\nabcdef");
    assertThat(log.skips()).containsExactly(skip(SkipReason.OVERSIZED, 1, 0, 0));
  }

  @Test
  void sectionBehindTheBoundIsEmpty() {
    FrameRecorder log =
        FrameRecorder.read(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  12345678
            \tabcdef
            2026-11-20 09:00:03.941 UTC [41] DETAIL:  7
            """,
            48);

    assertThat(log.texts()).containsExactly("LOG: 12345678\nabcdef|DETAIL: ");
    assertThat(log.skips()).containsExactly(skip(SkipReason.OVERSIZED, 1, 0, 0));
  }

  @Test
  void lineOverTheBoundKeepsItsHead() {
    String line = "2026-11-20 09:00:03.941 UTC [41] LOG:  " + "x".repeat(2000) + "\n";

    FrameRecorder log =
        FrameRecorder.read(PREFIX, line + "2026-11-20 09:00:03.942 UTC [41] LOG:  two\n", 1024);

    assertThat(log.texts()).containsExactly("LOG: " + "x".repeat(1024 - 39), "LOG: two");
    assertThat(log.skips()).containsExactly(skip(SkipReason.OVERSIZED, 1, 0, 0));
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1 << 20, Integer.MAX_VALUE})
  void textsLongerThanTheFirstBufferAreWhole(int bound) {
    String sql = "SELECT " + "x, ".repeat(10_000) + "y";

    FrameRecorder log =
        FrameRecorder.read(
            PREFIX,
            "2026-11-20 09:00:03.941 UTC [41] LOG:  " + sql + "\n" + ("\t" + sql + "\n").repeat(3),
            bound);

    assertThat(log.texts()).containsExactly("LOG: " + String.join("\n", sql, sql, sql, sql));
    assertThat(log.skips()).isEmpty();
  }

  private static FrameRecorder read(String log) {
    return FrameRecorder.read(PREFIX, log);
  }

  private static Skip skip(SkipReason reason, long line, long offset, long lostMicros) {
    return new Skip(reason, new Location("postgresql.log", line, offset), lostMicros);
  }
}
