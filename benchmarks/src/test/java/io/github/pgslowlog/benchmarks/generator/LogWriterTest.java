package io.github.pgslowlog.benchmarks.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Forms as servers of version 16 write them. */
class LogWriterTest {
  private static final long TIME = 1_795_165_203_941_000L;

  private final Session session =
      Session.of(Client.HIBERNATE, 4242, TIME - 60_000_000, new Randomness(1));
  private final Event event = new Event(session);

  private Event prepared() {
    event.start(TIME, session, "SELECT");
    event.message.append("duration: 0.123 ms  execute S_1: SELECT \"a\"\nFROM t WHERE b = $1");
    event.detail.append("parameters: $1 = 'C:\\x\ty'");
    return event;
  }

  private Event failed() {
    event.start(TIME, session, "SELECT").error("ERROR", "42601").cursor = 8;
    event.message.append("syntax error at or near \"FORM\"");
    event.statement.append("SELECT 1 FORM t");
    return event;
  }

  private static String written(LogWriter writer, Event event) {
    Text out = new Text(100);
    writer.write(event, out);
    return out.toString();
  }

  @Test
  void stderrPutsATabBehindEveryLineFeed() {
    assertThat(written(new StderrWriter(), prepared()))
        .isEqualTo(
            """
            2026-11-20 09:00:03.941 UTC [4242] web@shop/PostgreSQL JDBC Driver LOG:  duration: 0.123 ms  execute S_1: SELECT "a"
            \tFROM t WHERE b = $1
            2026-11-20 09:00:03.941 UTC [4242] web@shop/PostgreSQL JDBC Driver DETAIL:  parameters: $1 = 'C:\\x\ty'
            """);
  }

  @Test
  void stderrTellsThePlaceOfAnError() {
    assertThat(written(new StderrWriter(), failed()))
        .isEqualTo(
            """
            2026-11-20 09:00:03.941 UTC [4242] web@shop/PostgreSQL JDBC Driver ERROR:  syntax error at or near "FORM" at character 8
            2026-11-20 09:00:03.941 UTC [4242] web@shop/PostgreSQL JDBC Driver STATEMENT:  SELECT 1 FORM t
            """);
  }

  @Test
  void theSizeIsThatOfStderr() {
    assertThat(StderrWriter.size(prepared()))
        .isEqualTo(written(new StderrWriter(), event).length());
    assertThat(StderrWriter.size(failed())).isEqualTo(written(new StderrWriter(), event).length());
  }

  @Test
  void backgroundProcessesHaveTheShortPrefix() {
    Session checkpointer = Session.background(1011, TIME, "checkpointer");
    event.start(TIME, checkpointer, "").message.append("checkpoint starting: time");

    assertThat(written(new StderrWriter(), event))
        .isEqualTo("2026-11-20 09:00:03.941 UTC [1011] LOG:  checkpoint starting: time\n");
    assertThat(written(new CsvWriter(), event))
        .isEqualTo(
            """
            2026-11-20 09:00:03.941 UTC,,,1011,,6aff0b13.3f3,1,,2026-11-20 09:00:03 UTC,,0,LOG,00000,"checkpoint starting: time",,,,,,,,,"","checkpointer",,0
            """
                .replace("6aff0b13", Long.toHexString(TIME / 1_000_000)));
  }

  @Test
  void csvlogDoublesQuotes() {
    assertThat(written(new CsvWriter(), prepared()))
        .isEqualTo(
            """
            2026-11-20 09:00:03.941 UTC,"web","shop",4242,"HOST:PORT",ID.1092,1,"SELECT",2026-11-20 08:59:03 UTC,18/1,0,LOG,00000,"duration: 0.123 ms  execute S_1: SELECT ""a""
            FROM t WHERE b = $1","parameters: $1 = 'C:\\x\ty'",,,,,,,,"PostgreSQL JDBC Driver","client backend",,0
            """
                .replace("HOST", new String(session.host, java.nio.charset.StandardCharsets.UTF_8))
                .replace("PORT", Integer.toString(session.port))
                .replace("ID", Long.toHexString(session.startMicros / 1_000_000)));
  }

  @Test
  void csvlogHas26Columns() {
    assertThat(written(new CsvWriter(), failed()).chars().filter(c -> c == ',').count())
        .isEqualTo(25);
    assertThat(written(new CsvWriter(), event))
        .endsWith(
            ",ERROR,42601,\"syntax error at or near \"\"FORM\"\"\",,,,,,"
                + "\"SELECT 1 FORM t\",8,,\"PostgreSQL JDBC Driver\",\"client backend\",,0\n");
  }

  @Test
  void jsonlogEscapes() {
    assertThat(written(new JsonWriter(), prepared()))
        .contains("\"message\":\"duration: 0.123 ms  execute S_1: SELECT \\\"a\\\"\\nFROM t")
        .contains("\"detail\":\"parameters: $1 = 'C:\\\\x\\ty'\"")
        .startsWith("{\"timestamp\":\"2026-11-20 09:00:03.941 UTC\",\"user\":\"web\",\"dbname\":")
        .endsWith("\"backend_type\":\"client backend\",\"query_id\":0}\n")
        .doesNotContain("state_code");
    assertThat(written(new JsonWriter(), failed()))
        .contains("\"error_severity\":\"ERROR\",\"state_code\":\"42601\",\"message\":")
        .contains("\"statement\":\"SELECT 1 FORM t\",\"cursor_position\":8,\"application_name\"");
  }

  @Test
  void syslogCutsAtLineFeeds() {
    assertThat(written(new SyslogWriter(), prepared()))
        .isEqualTo(
            """
            2026-11-20T09:00:03.941000+00:00 db1 postgres[4242]: [1-1] 2026-11-20 09:00:03.941 UTC [4242] web@shop/PostgreSQL JDBC Driver LOG:  duration: 0.123 ms  execute S_1: SELECT "a"
            2026-11-20T09:00:03.941000+00:00 db1 postgres[4242]: [1-2] #011FROM t WHERE b = $1
            2026-11-20T09:00:03.941000+00:00 db1 postgres[4242]: [1-3] 2026-11-20 09:00:03.941 UTC [4242] web@shop/PostgreSQL JDBC Driver DETAIL:  parameters: $1 = 'C:\\x#011y'
            """);
  }

  @Test
  void syslogCutsBefore900BytesAtWhiteSpace() {
    event.start(TIME, session, "SELECT");
    event.message.append("x".repeat(500)).append(' ').append("y".repeat(500)).append(" z");

    String chunks = written(new SyslogWriter(), event);

    assertThat(chunks.lines().collect(Collectors.toList())).hasSize(2);
    assertThat(chunks).contains("[1-2] " + " ".repeat(1) + "y".repeat(500) + " z\n");
  }
}
