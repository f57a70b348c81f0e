package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureLinesTest {
  @Test
  void flexibleServer() {
    PeeledJson peeled =
        peel(
            record(
                "2026-11-20 23:59:29 UTC-6b00dee1.ae2-LOG:  duration: 5.000 ms  execute a: SELECT\\n\\t$1",
                ",\"detail\":\"parameters: $1 = 'two\\nlines\\n\\twith a tab'\""),
            record("2026-11-20 23:59:30 UTC-6b00dee1.ae2-LOG:  next", ",\"detail\":\"\""));

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2026-11-20 23:59:29 UTC-6b00dee1.ae2-LOG:  duration: 5.000 ms  execute a: SELECT",
            "CONTINUED 1 \t$1",
            "DETAIL 1 parameters: $1 = 'two\nlines\n\twith a tab'",
            "LINE 2 2026-11-20 23:59:30 UTC-6b00dee1.ae2-LOG:  next");
    assertThat(peeled.skips()).isEmpty();
  }

  @Test
  void recordsOfAnEventHub() {
    PeeledJson peeled =
        PeeledJson.of(
            "Azure diagnostic log",
            "{\"records\":["
                + record("2026-11-20 23:59:29 UTC-1.a-LOG:  one", "")
                + ","
                + record("2026-11-20 23:59:29 UTC-1.a-LOG:  two", "")
                + "]}\n");

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2026-11-20 23:59:29 UTC-1.a-LOG:  one",
            "LINE 1 2026-11-20 23:59:29 UTC-1.a-LOG:  two");
  }

  @Test
  void singleServerKeepsPrefixAndSeverityApart() {
    PeeledJson peeled =
        peel(
            record(
                "duration: 1.000 ms  statement: SELECT 'LOG:  x'",
                ",\"prefix\":\"2026-11-20 23:59:29 UTC-6b00dee1.ae2-\""));

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2026-11-20 23:59:29 UTC-6b00dee1.ae2-LOG:  duration: 1.000 ms  statement: SELECT 'LOG:  x'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOG:  duration: 1.000 ms|2026-11-20 23:59:29.442 UTC [2786] LOG:  duration: 1.000 ms",
        "duration: 1.000 ms|2026-11-20 23:59:29.442 UTC [2786] LOG:  duration: 1.000 ms",
        "checkpoint starting: time|2026-11-20 23:59:29.442 UTC [2786] LOG:  checkpoint starting: time",
        "2026-11-20 23:59:29 UTC [7] duration: 1.000 ms|2026-11-20 23:59:29 UTC [7] LOG:  duration: 1.000 ms"
      })
  void whatTheMessageLacksIsTakenFromTheRecord(String message, String expected) {
    assertThat(peel(record(message, "")).lines()).containsExactly("LINE 1 " + expected);
  }

  @Test
  void timeOfTheRecordServesAsWell() {
    PeeledJson peeled =
        peel(
            """
            {"time":"2026-11-20T23:59:29.4Z","properties":{"processId":"7","errorLevel":"ERROR","message":"gone"}}\
            """);

    assertThat(peeled.lines())
        .containsExactly("LINE 1 2026-11-20 23:59:29.400 UTC [7] ERROR:  gone");
  }

  @Test
  void otherCategoriesAreOtherPrograms() {
    PeeledJson peeled =
        peel(
            record("x", "").replace("PostgreSQLLogs", "PostgreSQLFlexSessions"),
            "{\"category\":\"PostgreSQLLogs\",\"properties\":{}}",
            "{\"count\":1,\"metricName\":\"cpu_percent\"}");

    assertThat(peeled.lines()).isEmpty();
    assertThat(peeled.skips())
        .containsExactly(
            "OTHER_PROGRAM db.json:1", "OTHER_PROGRAM db.json:2", "OTHER_PROGRAM db.json:3");
  }

  @Test
  void processesAreStreams() {
    PeeledJson peeled =
        peel(
            record("a LOG:  1", ",\"detail\":\"d\""),
            record("a LOG:  2", "").replace("2786", "2787"),
            record("a LOG:  3", "").replace("MYSRV", "OTHER"));

    assertThat(peeled.streams().get(0)).isEqualTo(peeled.streams().get(1));
    assertThat(peeled.streams()).hasSize(4);
    assertThat(peeled.streams().stream().distinct()).hasSize(3);
  }

  private static PeeledJson peel(String... records) {
    return PeeledJson.of("Azure diagnostic log", String.join("\n", records) + "\n");
  }

  private static String record(String message, String more) {
    return "{\"properties\":{\"timestamp\":\"2026-11-20 23:59:29.442 UTC\",\"processId\":2786,"
        + ("\"errorLevel\":\"LOG\",\"sqlerrcode\":\"00000\",\"message\":\"" + message + "\"")
        + (more + "},\"time\":\"2026-11-20T23:59:29.442Z\",\"resourceId\":\"/SERVERS/MYSRV\",")
        + "\"category\":\"PostgreSQLLogs\",\"operationName\":\"LogEvent\"}";
  }
}
