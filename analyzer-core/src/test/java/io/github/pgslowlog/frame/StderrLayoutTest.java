package io.github.pgslowlog.frame;

import static io.github.pgslowlog.frame.FrameRecorder.detect;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.SkipReason;
import org.junit.jupiter.api.Test;

/** Logs whose lines do not go on the way a server writes them, and prefixes that change. */
class StderrLayoutTest {
  private static final String PREFIX = "%m [%p] ";

  // --- messages written into each other

  @Test
  void messageInTheMiddleOfALineOfAnotherProcessIsFoundAndTheRestJoined() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: SELECT 'ee2026-11-20 09:00:03.942 UTC [42] LOG:  duration: 2.000 ms  statement: SELECT 2,
            \t2.5
            ee',
            \t3
            2026-11-20 09:00:03.943 UTC [41] LOG:  three
            """);

    assertThat(log.texts())
        .containsExactlyInAnyOrder(
            "LOG: duration: 1.000 ms  statement: SELECT 'eeee',\n3",
            "LOG: duration: 2.000 ms  statement: SELECT 2,\n2.5",
            "LOG: three");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void messageCutWithinItsPrefixIsPutTogether() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            \tmore2026-11-20 09:00:03.942 UTC [42] LOG:  two
            2026-11-202026-11-20 09:00:03.943 UTC [43] LOG:  four
             09:00:03.942 UTC [42] LOG:  three

            """);

    assertThat(log.texts())
        .containsExactlyInAnyOrder("LOG: one\nmore", "LOG: two", "LOG: three", "LOG: four");
  }

  @Test
  void noMessageIsLostWhenMoreAreCutThanAreKeptApart() {
    StringBuilder line = new StringBuilder();
    for (int process = 100; process < 300; process++) {
      line.append("2026-11-20 09:00:03.941 UTC [")
          .append(process)
          .append("] LOG:  m")
          .append(process);
    }

    FrameRecorder log = detect(PREFIX, line + "\nrest\n");

    assertThat(log.texts()).hasSize(200).contains("LOG: m100", "LOG: m299");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void midnightBetweenTwoMessagesIsNoDistance() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-10-31 23:59:59.999 UTC [41] LOG:  one2026-11-01 00:00:00.001 UTC [42] LOG:  two
             and the rest of one
            """);

    assertThat(log.texts()).containsExactlyInAnyOrder("LOG: one and the rest of one", "LOG: two");
  }

  @Test
  void lookAlikesInsideStatementsOfAWholeLogAreText() {
    String sql = "SELECT '2026-11-20 09:00:03.942 UTC [42] LOG:  duration: 88888.000 ms'";
    FrameRecorder log =
        detect(
            PREFIX,
            "2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: "
                + sql
                + "\n"
                + "\tFROM t\n");

    assertThat(log.texts())
        .containsExactly("LOG: duration: 1.000 ms  statement: " + sql + "\nFROM t");
  }

  @Test
  void lookAlikeOfTheSameProcessOrAnotherHourStaysTextEvenThen() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            \tmore2026-11-20 09:00:03.942 UTC [42] LOG:  two
            end of one
            2026-11-20 09:00:03.941 UTC [41] LOG:  a 2026-11-20 09:00:03.942 UTC [41] LOG:  b
            2026-11-20 09:00:03.941 UTC [41] LOG:  c 2024-01-01 19:20:03.942 UTC [42] LOG:  d
            2026-11-20 09:00:03.941 UTC [41] LOG:  e 2024-01-01 09:00:03.942 UTC [42] LOG:  f
            """);

    assertThat(log.texts())
        .containsExactlyInAnyOrder(
            "LOG: one\nmoreend of one",
            "LOG: two",
            "LOG: a 2026-11-20 09:00:03.942 UTC [41] LOG:  b",
            "LOG: c 2024-01-01 19:20:03.942 UTC [42] LOG:  d",
            "LOG: e 2024-01-01 09:00:03.942 UTC [42] LOG:  f");
  }

  // --- tabs that a shipper lost

  @Test
  void linesWithoutTabsGoOnWhereNoLineHasATab() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  execute S_1: SELECT *
            FROM t
              WHERE a = $1

            ORDER BY b
            2026-11-20 09:00:03.941 UTC [41] DETAIL:  Parameters: $1 = '7'
            2026-11-20 09:00:03.942 UTC [41] LOG:  two
            """);

    assertThat(log.texts())
        .containsExactly(
            "LOG: duration: 1.000 ms  execute S_1: SELECT *\nFROM t\n  WHERE a = $1\n\nORDER BY b"
                + "|DETAIL: Parameters: $1 = '7'",
            "LOG: two");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void linesWithAnotherPrefixAreNoText() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  received SIGHUP, reloading configuration files
            2026-11-20 09:00:04 UTC:[local]:app@shop:[42]:LOG:  duration: 2.000 ms  statement: SELECT 2
            2026-11-20 09:00:04 UTC:[local]:app@shop:[42]:LOG:  duration: 2.000 ms  statement: SELECT 3
            2026-11-20 09:00:04 UTC:[local]:app@shop:[42]:LOG:  duration: 2.000 ms  statement: SELECT 4
            """);

    assertThat(log.frames()).hasSize(4);
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void blanksInPlaceOfTheTabAreTakenOff() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: SELECT *
                    FROM t
                      WHERE a = 1
                    ORDER BY b
            2026-11-20 09:00:03.942 UTC [41] LOG:  two
            """);

    assertThat(log.texts())
        .containsExactly(
            "LOG: duration: 1.000 ms  statement: SELECT *\nFROM t\n  WHERE a = 1\nORDER BY b",
            "LOG: two");
  }

  @Test
  void aFewLinesOfAShellAreNoText() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: SELECT 1
            sh: 1: rsync: not found
            2026-11-20 09:00:03.942 UTC [41] LOG:  two
            """);

    assertThat(log.texts())
        .containsExactly("LOG: duration: 1.000 ms  statement: SELECT 1", "LOG: two");
    assertThat(log.skips()).hasSize(1);
  }

  // --- damage within a line

  @Test
  void nulBytesEndALineAndWhatStandsBehindIsRead() {
    FrameRecorder log =
        detect(
            PREFIX,
            "2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  statement: SEL\0\0\0"
                + "2026-11-20 09:00:03.942 UTC [42] LOG:  two\n");

    assertThat(log.texts()).containsExactly("LOG: duration: 1.000 ms  statement: SEL", "LOG: two");
    assertThat(log.skips()).hasSize(1);
    assertThat(log.skips().get(0).reason()).isEqualTo(SkipReason.NUL_BYTES);
    assertThat(log.skips().get(0).location()).hasToString("postgresql.log:1");
  }

  // --- another prefix in mid-file

  @Test
  void oneLineWithAnotherPrefixIsEnoughToFollowIt() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  received SIGHUP, reloading configuration files
            2026-11-20 09:00:04 UTC:[local]:app@shop:[42]:LOG:  duration: 2.000 ms  statement: SELECT 2
            2026-11-20 09:00:04 UTC:[local]:app@shop:[42]:ERROR:  no
            2026-11-20 09:00:05.941 UTC [41] LOG:  back
            """);

    assertThat(log.texts())
        .containsExactly(
            "LOG: received SIGHUP, reloading configuration files",
            "LOG: duration: 2.000 ms  statement: SELECT 2",
            "ERROR: no",
            "LOG: back");
    assertThat(log.prefixes()).containsExactly(PREFIX, "%t:%r:%u@%d:[%p]:");
    assertThat(log.skips()).isEmpty();
  }

  @Test
  void lineOfNoServerChangesNothing() {
    FrameRecorder log =
        detect(
            PREFIX,
            """
            2026-11-20 09:00:03.941 UTC [41] LOG:  one
            rsync ERROR:  cannot connect
            2026-11-20 09:00:05.941 UTC [41] LOG:  two
            """);

    assertThat(log.texts()).containsExactly("LOG: one", "LOG: two");
    assertThat(log.prefixes()).containsExactly(PREFIX);
    assertThat(log.skips()).hasSize(1);
  }
}
