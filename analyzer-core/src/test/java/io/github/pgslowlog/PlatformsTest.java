package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs as platforms and shippers hand them out, from detection to statements. */
class PlatformsTest {
  private static final String LINE =
      "2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1";
  private static final int BOUND = 32 << 10;

  /** What a log gave. */
  private static final class Reading implements LogListener {
    private final List<String> statements = new ArrayList<>();
    private final List<String> skips = new ArrayList<>();
    private Input input;

    private Reading(byte[] log) {
      input =
          LogAnalyzer.builder()
              .source(new StreamSource("log", new ByteArrayInputStream(log)))
              .maxEntryBytes(BOUND)
              .listener(this)
              .build()
              .read()
              .get(0);
    }

    static Reading of(String log) {
      return new Reading(log.getBytes(UTF_8));
    }

    @Override
    public void statement(LoggedStatement statement) {
      statements.add(String.valueOf(statement.sql()));
    }

    @Override
    public void skip(Skip skip) {
      if (skip.reason() != SkipReason.OTHER_PROGRAM) {
        skips.add(skip.location().line() + " " + skip.reason().word());
      }
    }
  }

  @Test
  void arrayOnOneLineMayBeLongerThanAnyEntry() {
    String event = "{\"logStreamName\":\"db1.0\",\"timestamp\":1,\"message\":\"" + LINE + "\"}";

    Reading reading = Reading.of("{\"events\":[" + (event + ",").repeat(999) + event + "]}");

    assertThat(reading.statements).hasSize(1000).containsOnly("SELECT 1");
    assertThat(reading.skips).isEmpty();
    assertThat(reading.input.layers()).containsExactly("CloudWatch events");
    assertThat(reading.input.lines()).isEqualTo(1);
  }

  @Test
  void holeOfNulBytesLosesNoObjectBehindIt() {
    String object = "{\"log\":\"" + LINE + "\\n\",\"stream\":\"stderr\"}\n";

    Reading reading = Reading.of(object + "\0\0\0\0" + object + "{\"log\":\"torn\0\0" + object);

    assertThat(reading.statements).hasSize(3);
    assertThat(reading.skips).contains("2 NUL bytes", "3 NUL bytes", "3 not valid JSON");
  }

  @Test
  void journalInExportFormatIsRecognisedByItsFirstField() {
    String entry =
        "__CURSOR=s=1\n_PID=42\nSYSLOG_IDENTIFIER=postgres\n_HOSTNAME=db\nMESSAGE=" + LINE + "\n\n";

    Reading reading = Reading.of(entry + entry);

    assertThat(reading.statements).containsExactly("SELECT 1", "SELECT 1");
    assertThat(reading.skips).isEmpty();
    assertThat(reading.input.layers()).containsExactly("journald export");
  }

  @Test
  void servicesBesideTheServerAreNoDamage() {
    Reading reading =
        Reading.of(
            """
            web-1  | INFO:     Started server process [1]
            web-1  | \tat shop.Main(Main.java:1)
            db-1   | %1$s
            web-1  | Error: boom
            web-1  |     at shop (main.js:1:2)
            db-1   | %1$s
            web-1  | {"level":30}
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1", "SELECT 1");
    assertThat(reading.skips).isEmpty();
  }

  @Test
  void serverWithUnknownPrefixBesideAnotherIsDamage() {
    Reading reading =
        Reading.of(
            """
            db-1   | %1$s
            odd-1  | <<>> duration: 2.000 ms  statement: SELECT 2
            db-1   | %1$s
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1", "SELECT 1");
    assertThat(reading.skips).containsExactly("2 no prefix");
  }

  @Test
  void outputOfInitdbBeforeTheFirstMessageIsNoDamage() {
    Reading reading =
        Reading.of(
            """
            The files belonging to this database system will be owned by user "postgres".

            Success. You can now start the database server using:
            %s
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1");
    assertThat(reading.skips).isEmpty();
  }

  @Test
  void restOfALineBeforeTheFirstMessageIsDamage() {
    Reading reading = Reading.of("LECT 1\n\tFROM t\n" + LINE + "\n");

    assertThat(reading.statements).containsExactly("SELECT 1");
    assertThat(reading.skips).containsExactly("1 no prefix");
  }

  @Test
  void linesOfPatroniAndEmptyOnesBetweenMessagesAreNoDamage() {
    Reading reading =
        Reading.of(
            """
            %1$s

            2026-11-20 09:00:04,649 INFO: no action. I am (pg-0), the leader with the lock
            %1$s
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1", "SELECT 1");
    assertThat(reading.skips).isEmpty();
  }

  @Test
  void datadogsContainersAreOpened() {
    String attributes = "{\"attributes\":{\"message\":\"" + LINE + "\",\"service\":\"pg\"}}";
    String content = "{\"content\":{\"message\":\"" + LINE + "\"}}";

    assertThat(Reading.of("{\"data\":[" + attributes + "],\"meta\":{}}").statements)
        .containsExactly("SELECT 1");
    assertThat(Reading.of("{\"logs\":[" + content + "],\"status\":\"done\"}").statements)
        .containsExactly("SELECT 1");
  }

  @Test
  void recordOfJsonlogMayBeTheTextOfAMessage() {
    String record =
        "{\\\"timestamp\\\":\\\"2026-11-20 09:00:03.941 UTC\\\",\\\"error_severity\\\":\\\"LOG\\\","
            + "\\\"message\\\":\\\"duration: 1.000 ms  statement: SELECT 1\\\"}";

    Reading reading = Reading.of("{\"message\":\"" + record + "\",\"host\":\"h\"}\n");

    assertThat(reading.statements).containsExactly("SELECT 1");
    assertThat(reading.input.format()).isEqualTo("jsonlog");
    assertThat(reading.input.layers()).containsExactly("JSON with a message");
  }

  @Test
  void programsNamedAfterTheServerAreOthers() {
    Reading reading =
        Reading.of(
            """
            Nov 20 09:00:03 db postgres[41]: [3-1] %s
            Nov 20 09:00:03 db postgres_exporter[7]: level=info msg="ready"
            Nov 20 09:00:03 db app[heroku-postgres]: source=DATABASE sample#load-avg-1m=0
            Nov 20 09:00:03 db postgrest[8]: listening
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1");
    assertThat(reading.skips).isEmpty();
  }

  @Test
  void missingPieceOfAMessageToSyslogIsDamage() {
    Reading reading =
        Reading.of(
            """
            Nov 20 09:00:03 db postgres[41]: [3-1] %s
            Nov 20 09:00:03 db postgres[41]: [3-2] #011FROM t
            Nov 20 09:00:03 db postgres[41]: [3-4] #011LIMIT 1
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1\nFROM t\nLIMIT 1");
    assertThat(reading.skips).containsExactly("3 torn record");
  }

  @Test
  void firstLineOfJournalctlIsNoDamage() {
    Reading reading =
        Reading.of(
            """
            -- Journal begins at Mon 2026-11-01 00:00:00 UTC. --
            Nov 20 09:00:03 db postgres[41]: %s
            """
                .formatted(LINE));

    assertThat(reading.statements).containsExactly("SELECT 1");
    assertThat(reading.skips).isEmpty();
  }

  @Test
  void unitWithATimeBeforeItsTextIsNotTheServer() {
    String journal = "{\"_PID\":\"41\",\"SYSLOG_IDENTIFIER\":\"%s\",\"MESSAGE\":\"%s\"}\n";

    Reading reading =
        Reading.of(
            journal.formatted("db-main", LINE)
                + journal.formatted("shop", "2026-11-20 09:00:03 hello")
                + journal.formatted("postgres", "\\tFROM t"));

    assertThat(reading.statements).containsExactly("SELECT 1\nFROM t");
    assertThat(reading.skips).isEmpty();
  }

  @Test
  void longLineWithoutItsLineFeedIsNoPartWhereNoLineHasOne() {
    String object = "{\"log\":\"%s\",\"stream\":\"stderr\",\"time\":\"2026-11-20T09:00:03Z\"}\n";
    String longLine = LINE + " /* " + "x".repeat(16 << 10) + " */";

    Reading reading =
        Reading.of(object.formatted(LINE) + object.formatted(longLine) + object.formatted(LINE));

    assertThat(reading.statements).hasSize(3);
  }

  @Test
  void labelsOfSectionsMayBeFollowedByOneBlankToo() {
    String head = "2026-11-20 09:00:03.941 UTC [41] ";
    String message =
        head + "LOG: duration: 1.000 ms  execute a: SELECT $1\\n" + head + "DETAIL: parameters: $1";

    Reading reading = Reading.of("{\"_msg\":\"[POSTGRES] " + message + "\",\"_time\":\"x\"}\n");

    assertThat(reading.statements).containsExactly("SELECT $1");
  }

  @Test
  void framesWithCountsMayHoldLineFeedsAndEndWithoutOne() {
    String frame =
        "<134>1 2026-11-20T09:00:03Z db postgres 41 - - [3] " + LINE + "\n\tFROM t\nWHERE true";

    Reading reading = Reading.of((frame.length() + " " + frame).repeat(3));

    assertThat(reading.statements).hasSize(3).containsOnly("SELECT 1\nFROM t\nWHERE true");
  }

  @Test
  void sentencesBetweenObjectsAreNoDamageAndTheEndOfAnObjectIs() {
    String object = "{\"log\":\"" + LINE + "\\n\",\"stream\":\"stderr\"}\n";

    Reading reading =
        Reading.of(object + "Defaulted container postgres out of: postgres, init\n" + object);
    Reading torn = Reading.of(object + "LECT 1\\n\",\"stream\":\"stderr\"}\n" + object);

    assertThat(reading.statements).hasSize(2);
    assertThat(reading.skips).isEmpty();
    assertThat(torn.statements).hasSize(2);
    assertThat(torn.skips).containsExactly("2 not valid JSON");
  }

  @Test
  void objectsMayHaveARecordSeparatorBeforeThem() {
    String entry =
        "\u001e{\"_PID\":\"41\",\"SYSLOG_IDENTIFIER\":\"postgres\",\"MESSAGE\":\"" + LINE + "\"}\n";

    Reading reading = Reading.of(entry + entry);

    assertThat(reading.statements).hasSize(2);
    assertThat(reading.skips).isEmpty();
  }
}
