package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Lines;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogTest {
  private static final Wrapper SYSLOG = new Syslog(Peeled.OPTIONS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nov 21 00:10:24 vm postgres[123]: [8-1] LOG:  x                       | 2026-11-20T23:10:24Z
          Nov  1 00:10:24 vm postgres[123]: [8-1] LOG:  x                       | 2026-10-31T23:10:24Z
          Nov 21 00:10:24.649451 vm postgres[123]: [8-1] LOG:  x                | 2026-11-20T23:10:24.649451Z
          2025 Nov 21 00:10:24 vm postgres[123]: [8-1] LOG:  x                  | 2025-11-20T23:10:24Z
          Nov 21 2025 00:10:24 vm postgres[123]: [8-1] LOG:  x                  | 2025-11-20T23:10:24Z
          <134>Nov 21 00:10:24 vm postgres[123]: [8-1] LOG:  x                  | 2026-11-20T23:10:24Z
          Nov 21 00:10:24 postgres[123]: [8-1] LOG:  x                          | 2026-11-20T23:10:24Z
          2026-11-21T00:10:24.649451+00:00 vm postgres[123]: [8-1] LOG:  x      | 2026-11-21T00:10:24.649451Z
          2026-11-21T00:10:24.649451-03:30 postgres[123]: [8-1] LOG:  x         | 2026-11-21T03:40:24.649451Z
          2026-11-21T00:11:00+0000 vm postgres[123]: [8-1] LOG:  x              | 2026-11-21T00:11:00Z
          Sat 2026-11-21 00:11:00 UTC vm postgres[123]: [8-1] LOG:  x           | 2026-11-21T00:11:00Z
          Sat 2026-11-21 00:11:00 CET vm postgres[123]: [8-1] LOG:  x           | 2026-11-20T23:11:00Z
          1795219824.649451 vm postgres[123]: [8-1] LOG:  x                     | 2026-11-21T00:10:24.649451Z
          <134>1 2026-11-21T00:10:24Z vm postgres 123 - - [8-1] LOG:  x         | 2026-11-21T00:10:24Z
          <134>1 2026-11-21T00:10:24Z vm postgres 123 - -  [8-1] LOG:  x        | 2026-11-21T00:10:24Z
          <134>1 2026-11-21T00:10:24Z vm postgres 123 ID [a@1 b="c\\"]"][d] [8-1] LOG:  x | 2026-11-21T00:10:24Z
          <134>1 2026-11-21T00:10:24Z vm postgres 123 - - \uFEFF[8-1] LOG:  x   | 2026-11-21T00:10:24Z
          """)
  void headerOfEachForm(String log, Instant time) {
    Peeled peeled = Peeled.of(SYSLOG, log);

    assertThat(Peeled.matches(SYSLOG, log)).isTrue();
    assertThat(peeled.texts()).containsExactly("LINE LOG:  x");
    assertThat(peeled.lines().get(0).micros()).isEqualTo(micros(time));
    assertThat(peeled.lines().get(0).process()).isEqualTo(123);
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }

  @Test
  void secondsSinceBootAreNoTimeOfDay() {
    Peeled peeled = Peeled.of(SYSLOG, "[12345.678901] vm postgres[1]: LOG:  x");

    assertThat(peeled.texts()).containsExactly("LINE LOG:  x");
    assertThat(peeled.lines().get(0).micros()).isEqualTo(Lines.NO_TIME);
  }

  @Test
  void withoutYearThereIsNoTime() {
    WrapOptions options = new WrapOptions(OptionalInt.empty(), ZoneId.of("UTC"), 1000);

    Peeled peeled = Peeled.of(new Syslog(options), "Nov 21 00:10:24 vm postgres[1]: [8-1] LOG:  x");

    assertThat(peeled.texts()).containsExactly("LINE LOG:  x");
    assertThat(peeled.lines().get(0).micros()).isEqualTo(Lines.NO_TIME);
  }

  @Test
  void dayThatTheMonthDoesNotHaveIsNoTime() {
    Peeled peeled = Peeled.of(SYSLOG, "Feb 31 00:10:24 vm postgres[1]: [8-1] LOG:  x");

    assertThat(peeled.lines().get(0).micros()).isEqualTo(Lines.NO_TIME);
  }

  @Test
  void yearChangesBetweenDecemberAndJanuary() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Dec 31 23:59:59 vm postgres[1]: [8-1] LOG:  a
            Jan  1 00:00:00 vm postgres[1]: [9-1] LOG:  b
            Dec 31 23:59:59 vm postgres[2]: [8-1] LOG:  late
            Jan  1 00:00:01 vm postgres[1]: [10-1] LOG:  c
            """);

    assertThat(peeled.lines().stream().map(line -> line.micros() / 1_000_000).toList())
        .containsExactly(
            Instant.parse("2026-12-31T22:59:59Z").getEpochSecond(),
            Instant.parse("2026-12-31T23:00:00Z").getEpochSecond(),
            Instant.parse("2026-12-31T22:59:59Z").getEpochSecond(),
            Instant.parse("2026-12-31T23:00:01Z").getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21 00:10:24 UTC [1] LOG:  duration: 1.000 ms  statement: SELECT 1",
        "2026-11-21 00:10:24.649 UTC [123] app_user@shop LOG:  x",
        "2026-11-21 00:10:24 UTC::@:[12760]:LOG:  x",
        "1795219824.649 vm postgres[123]: LOG:  x",
        "[24667]: [1-1] db=[unknown],user=[unknown] LOG:  x",
        "LOG:  x",
        "2026-11-21T00:10:24Z LOG:  x",
        "2026-11-21T00:10:24Z app_user LOG:  x",
        "2026-11-21T00:10:24.000700123Z stderr F 2026-11-21 00:11:02.974 UTC [1] LOG:  x",
        "2026-11-20T23:59:14.000Z 2026-11-20 23:59:14 UTC::@:[2253]:LOG:  x",
        "\tNov 21 00:10:24 vm postgres[123]: [8-1] LOG:  x",
        ""
      })
  void lineOfTheServerIsNotTakenForSyslog(String line) {
    assertThat(Peeled.matches(SYSLOG, line)).isFalse();
  }

  @Test
  void linesOfOtherProgramsAreSkippedAndNoDamage() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm sshd[77]: Accepted publickey for root
            Nov 21 00:10:24 vm kernel: [   12.5] eth0 up
            Nov 21 00:10:24 vm postgresql-11: 2026-11-21 00:10:24 UTC LOG:  x
            Nov 21 00:10:24 vm last message repeated 2 times
            Nov 21 00:10:25 vm PGSQL[9]: LOG:  y
            """);

    assertThat(peeled.texts())
        .containsExactly("LINE 2026-11-21 00:10:24 UTC LOG:  x", "LINE LOG:  y");
    assertThat(peeled.skipTexts())
        .containsExactly(
            "server.log:1: other program",
            "server.log:2: other program",
            "server.log:4: other program");
    assertThat(peeled.skips()).noneMatch(skip -> skip.reason().isDamage());
  }

  @Test
  void tagThatOnceHadANumberOfAPieceIsTheServers() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm shopdb[5]: started
            Nov 21 00:10:24 vm shopdb[5]: [1-1] LOG:  x
            Nov 21 00:10:24 vm shopdb[6]: LOG:  y
            Nov 21 00:10:24 vm cron[5]: LOG:  z
            """);

    assertThat(peeled.texts()).containsExactly("LINE LOG:  x", "LINE LOG:  y");
    assertThat(peeled.skips()).hasSize(2);
  }

  @Test
  void eachProcessIsAStream() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[1]: [7-1] LOG:  duration: 1.000 ms  statement: SELECT
            Nov 21 00:10:24 vm postgres[2]: [7-1] LOG:  duration: 2.000 ms  execute a: SELECT $1
            Nov 21 00:10:24 vm postgres[1]: [7-2] #011 1
            Nov 21 00:10:24 vm postgres[2]: [7-2] DETAIL:  parameters: $1 = '1'
            Nov 21 00:10:24 other postgres[1]: [7-1] LOG:  z
            """);

    assertThat(peeled.streams()).containsExactly(0, 1, 0, 1, 2);
    assertThat(peeled.texts())
        .containsExactly(
            "LINE LOG:  duration: 1.000 ms  statement: SELECT",
            "LINE LOG:  duration: 2.000 ms  execute a: SELECT $1",
            "CONTINUED \t 1",
            "APPENDED DETAIL:  parameters: $1 = '1'",
            "LINE LOG:  z");
  }

  @Test
  void pieceOfAMessageWhoseStartIsLostIsNotAppendedToAnother() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[1]: [7-1] LOG:  duration: 1.000 ms  statement: SELECT 1
            Nov 21 00:10:24 vm postgres[1]: [8-2] #011FROM t
            Nov 21 00:10:24 vm postgres[1]: [9-1] LOG:  x
            """);

    assertThat(peeled.texts())
        .containsExactly("LINE LOG:  duration: 1.000 ms  statement: SELECT 1", "LINE LOG:  x");
    assertThat(peeled.skipTexts()).containsExactly("server.log:2: continuation without a start");
  }

  @Test
  void escapedControlCharactersAreTakenBackAndNothingElse() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            "Nov 21 00:10:24 vm postgres[1]: [7-1] a#011b#015 #033 #177 #040 #08 #1 #303 #");

    assertThat(peeled.texts()).containsExactly("LINE a\tb\r \u001b \u007f #040 #08 #1 #303 #");
  }

  @Test
  void rawTabShowsThatTabsAreNotEscaped() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[1]: [7-1] SELECT
            Nov 21 00:10:24 vm postgres[1]: [7-2] \t'#011 #015'
            """);

    assertThat(peeled.texts()).containsExactly("LINE SELECT", "CONTINUED \t'#011 \r'");
  }

  @Test
  void messageInOnePieceHasItsLineFeedsEscaped() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[1]: [7] LOG:  duration: 1.000 ms  execute a: SELECT#012#011 $1#012#011#012DETAIL:  parameters: $1 = '1'#012
            Nov 21 00:10:24 vm postgres[1]: [8] LOG:  x
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE LOG:  duration: 1.000 ms  execute a: SELECT",
            "CONTINUED \t $1",
            "CONTINUED \t",
            "CONTINUED DETAIL:  parameters: $1 = '1'",
            "LINE LOG:  x");
    assertThat(peeled.streams()).containsOnly(0);
  }

  @Test
  void linesWithoutHeaderGoOnWithTheMessageBefore() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            \t 0
            Nov 21 00:10:24 vm postgres[1]: LOG:  duration: 1.000 ms  execute a: SELECT
            \t $1
            DETAIL:  parameters: $1 = '1'
            Nov 21 00:10:24 vm sshd[1]: LOG:  x
            \t lost
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE \t 0",
            "LINE LOG:  duration: 1.000 ms  execute a: SELECT",
            "CONTINUED \t $1",
            "CONTINUED DETAIL:  parameters: $1 = '1'");
    assertThat(peeled.lines().subList(1, 4))
        .extracting(Peeled.Line::stream)
        .containsOnly(peeled.lines().get(1).stream());
  }

  @Test
  void lineWithoutHeaderHasTheTimeOfItsMessage() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            2026-11-21T00:10:24Z vm postgres[1]: LOG:  SELECT
            2027-99-99T00:00:00Z x
            2028-01-01T00:00:00Z
            """);

    assertThat(peeled.lines())
        .extracting(Peeled.Line::micros)
        .containsOnly(micros(Instant.parse("2026-11-21T00:10:24Z")))
        .hasSize(3);
  }

  @Test
  void journalctlIndentsFurtherLinesAndWritesRemarks() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[1]: [7] LOG:  duration: 1.000 ms  statement: SELECT
                                            \t 1
            -- Boot 6c0ffee --
            Nov 21 00:10:24 vm postgres[1]: [8] LOG:  x
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE [7] LOG:  duration: 1.000 ms  statement: SELECT".replace("[7] ", ""),
            "CONTINUED \t 1",
            "LINE LOG:  x");
    assertThat(peeled.skipTexts()).containsExactly("server.log:3: other program");
  }

  @Test
  void journaldShowsEachLineOfTheServerAndTheProcessOfTheUnit() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[4242]: 2026-11-21 00:10:24 UTC [77] LOG:  duration: 1.000 ms  statement: SELECT
            Nov 21 00:10:24 vm postgres[4242]: \t1
            Nov 21 00:10:24 vm postgres[4242]: 2026-11-21 00:10:24 UTC [78] LOG:  x
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE 2026-11-21 00:10:24 UTC [77] LOG:  duration: 1.000 ms  statement: SELECT",
            "LINE \t1",
            "LINE 2026-11-21 00:10:24 UTC [78] LOG:  x");
    assertThat(peeled.streams()).containsExactly(0, 0, 0);
    assertThat(peeled.lines()).extracting(Peeled.Line::process).containsOnly(Lines.NO_PROCESS);
  }

  @Test
  void processWithoutNumbersOfPiecesIsBelievedOnceThereAreTwo() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            Nov 21 00:10:24 vm postgres[77]: LOG:  a
            Nov 21 00:10:24 vm postgres[78]: LOG:  b
            Nov 21 00:10:24 vm postgres[78]: LOG:  c
            """);

    assertThat(peeled.lines()).extracting(Peeled.Line::process).containsExactly(-1L, 78L, 78L);
  }

  @Test
  void pidInFrontOfThePrefixIsNoNumberOfAPiece() {
    Peeled peeled = Peeled.of(SYSLOG, "Nov 21 00:10:24 vm postgres[77]: [77] LOG:  a");

    assertThat(peeled.texts()).containsExactly("LINE [77] LOG:  a");
  }

  @Test
  void herokuNamesTheDatabaseBeforeTheNumberAndItsPrefixBeginsWithABlank() {
    Peeled peeled =
        Peeled.of(
            SYSLOG,
            """
            2019-03-14T00:22:56+00:00 app[postgres.4882]: [GREEN] [15-1]  sql_error_code = 00000 LOG:  duration: 1.000 ms  statement: SELECT
            2019-03-14T00:22:56+00:00 app[web.1]: [GREEN] hello
            2019-03-14T00:22:56+00:00 app[postgres.4882]: [GREEN] [15-2] \t1
            """);

    assertThat(peeled.texts())
        .containsExactly(
            "LINE  sql_error_code = 00000 LOG:  duration: 1.000 ms  statement: SELECT",
            "CONTINUED \t1");
    assertThat(peeled.streams()).containsExactly(0, 0);
    assertThat(peeled.lines()).extracting(Peeled.Line::process).containsOnly(Lines.NO_PROCESS);
    assertThat(peeled.skips()).hasSize(1);
  }

  @Test
  void emptyLogHasNoLines() {
    assertThat(Peeled.of(SYSLOG, "").lines()).isEqualTo(List.of());
  }
}
