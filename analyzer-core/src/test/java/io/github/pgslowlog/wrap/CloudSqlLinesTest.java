package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudSqlLinesTest {
  private static final String HEAD = "2021-11-18 16:53:52.082 UTC [12]: [8-1] db=shop,user=app ";

  @Test
  void entryForEachPhysicalLine() {
    PeeledJson peeled =
        peel(
            entry("16:53:52.082001Z", HEAD + "LOG:  duration: 5.000 ms  statement: SELECT c"),
            entry("16:53:52.082002Z", "\\t\\t, l.user_id"),
            entry("16:53:52.082003Z", "\\t"),
            entry("16:53:52.082004Z", HEAD + "DETAIL:  parameters: $1 = '1'"));

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 " + HEAD + "LOG:  duration: 5.000 ms  statement: SELECT c",
            "LINE 2 \t\t, l.user_id",
            "LINE 3 \t",
            "LINE 4 " + HEAD + "DETAIL:  parameters: $1 = '1'");
    assertThat(peeled.skips()).isEmpty();
  }

  @Test
  void entryWithAllLinesOfAMessage() {
    PeeledJson peeled =
        peel(entry("16:53:52Z", HEAD + "LOG:  duration: 5.000 ms  statement: SELECT\\n\\t1\\n\\t"));

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 " + HEAD + "LOG:  duration: 5.000 ms  statement: SELECT",
            "CONTINUED 1 \t1",
            "CONTINUED 1 \t");
  }

  @Test
  void timeOfTheEntryStandsInWhereTheTextHasNone() {
    PeeledJson peeled =
        peel(
            entry("16:53:52.0821Z", "[24667]: [1-1] db=[unknown],user=[unknown] LOG:  x"),
            entry("16:53:53Z", "\\t[24667]: of the text"));

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2021-11-18 16:53:52.082 UTC [24667]: [1-1] db=[unknown],user=[unknown] LOG:  x",
            "LINE 2 \t[24667]: of the text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[postgres.c:1340]  2021-11-18 16:53:52.082 UTC [12] LOG:  x|2021-11-18 16:53:52.082 UTC [12] LOG:  x",
        "2021-11-18 16:53:52.082 UTC [12] LOG:  [postgres.c:1340]  x|2021-11-18 16:53:52.082 UTC [12] LOG:  x",
        "[xact-log_2.c:1]  [24667]: [1-1] LOG:  x|2021-11-18 16:53:52.000 UTC [24667]: [1-1] LOG:  x",
        "2021-11-18 16:53:52.082 UTC [12] LOG:  a [b.c:1]  x|2021-11-18 16:53:52.082 UTC [12] LOG:  a [b.c:1]  x",
        "2021-11-18 16:53:52.082 UTC [12] LOG:  [b.c:1] x|2021-11-18 16:53:52.082 UTC [12] LOG:  [b.c:1] x"
      })
  void sourceFileOfAlloyDbIsTakenOff(String payload, String expected) {
    assertThat(peel(entry("16:53:52Z", payload)).lines()).containsExactly("LINE 1 " + expected);
  }

  @Test
  void messageInJsonPayload() {
    PeeledJson peeled =
        peel(
            "{\"logName\":\"projects/p/logs/alloydb.googleapis.com%2Fpostgres.log\","
                + "\"jsonPayload\":{\"message\":\"2021-11-18 16:53:52 UTC [1] LOG:  x\"}}");

    assertThat(peeled.lines()).containsExactly("LINE 1 2021-11-18 16:53:52 UTC [1] LOG:  x");
  }

  @Test
  void entriesOfOtherLogsAreOtherPrograms() {
    PeeledJson peeled =
        peel(
            "{\"logName\":\"projects/p/logs/cloudaudit.googleapis.com%2Factivity\",\"protoPayload\":{}}",
            "{\"logName\":\"projects/p/logs/cloudsql.googleapis.com%2Fpgbouncer.log\",\"textPayload\":\"x\"}",
            entry("16:53:52Z", HEAD + "LOG:  x"));

    assertThat(peeled.lines()).containsExactly("LINE 3 " + HEAD + "LOG:  x");
    assertThat(peeled.skips())
        .containsExactly("OTHER_PROGRAM db.json:1", "OTHER_PROGRAM db.json:2");
  }

  @Test
  void instancesAreStreams() {
    PeeledJson peeled =
        peel(
            entry("16:53:52Z", HEAD + "LOG:  x"),
            entry("16:53:52Z", HEAD + "LOG:  y").replace("p:one", "p:two"),
            entry("16:53:52Z", "\\tof x"));

    assertThat(peeled.streams().get(0))
        .isEqualTo(peeled.streams().get(2))
        .isNotEqualTo(peeled.streams().get(1));
  }

  @Test
  void arrayWithTheNewestEntryFirstIsTurnedRound() {
    List<String> entries =
        new ArrayList<>(
            List.of(
                entry("16:53:52Z", HEAD + "LOG:  duration: 5.000 ms  statement: SELECT"),
                entry("16:53:52.1Z", "\\t1,"),
                entry("16:53:52.11Z", "\\t2"),
                entry("16:53:52.11Z", HEAD + "LOG:  y")));
    Collections.reverse(entries);

    PeeledJson peeled =
        PeeledJson.of("Google Cloud Logging", "[\n" + String.join(",\n", entries) + "\n]\n");

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 5 " + HEAD + "LOG:  duration: 5.000 ms  statement: SELECT",
            "LINE 4 \t1,",
            "LINE 3 \t2",
            "LINE 2 " + HEAD + "LOG:  y");
  }

  private static PeeledJson peel(String... entries) {
    return PeeledJson.of("Google Cloud Logging", String.join("\n", entries) + "\n");
  }

  private static String entry(String time, String payload) {
    return "{\"insertId\":\"s=d;i=0\","
        + "\"logName\":\"projects/p/logs/cloudsql.googleapis.com%2Fpostgres.log\","
        + "\"resource\":{\"labels\":{\"database_id\":\"p:one\"},\"type\":\"cloudsql_database\"},"
        + ("\"textPayload\":\"" + payload + "\",\"timestamp\":\"2021-11-18T" + time + "\"}");
  }
}
