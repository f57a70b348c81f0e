package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWrappersTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Google Cloud Logging|{"insertId":"s=1;i=0","logName":"projects/p/logs/x","textPayload":"y"}
          Google Cloud Logging|{"insertId":"1","logName":"projects/p/logs/audit","protoPayload":{}}
          Azure diagnostic log|{"properties":{"errorLevel":"LOG","message":"m"},"time":"t"}
          Azure diagnostic log|{"category":"AllMetrics","resourceId":"/x","properties":{}}
          docker json-file|{"log":"line\\n","stream":"stderr","time":"2026-11-21T00:11:00Z"}
          journald JSON|{"__CURSOR":"s=1","_PID":"1","MESSAGE":"line"}
          journald JSON|{"_PID":"1","MESSAGE":null,"SYSLOG_IDENTIFIER":"postgres"}
          CloudWatch events|{"logStreamName":"db.0","timestamp":1,"message":"m","ingestionTime":2}
          CloudWatch events|{"@timestamp":"2026-11-21 00:00:00.000","@message":"m"}
          CloudWatch events|{"id":"1","timestamp":1732147200000,"message":"m"}
          PlanetScale JSON|{"_msg":"[POSTGRES] m","_time":"t"}
          JSON with a message|{"ts":1,"message":"2026-11-21 00:00:00 UTC [1] LOG:  x"}
          JSON with a message|{"content":{"message":"LOG:  duration: 1.000 ms"}}
          none|{"message":"LOG:  x","log":"LOG:  y"}
          none|{"level":"info","message":"GET /index.html 200"}
          none|["LOG:  x"]
          none|text LOG:  x
          """)
  void objectIsOfThePlatform(String title, String object) {
    assertThat(PeeledJson.titleOf(object)).isEqualTo(title.strip());
  }

  @Test
  void cloudWatchEventIsAMessageWithItsLines() {
    PeeledJson peeled =
        PeeledJson.of(
            "CloudWatch events",
            """
            {
              "events": [
                {
                  "logStreamName": "db-1.0",
                  "timestamp": 1732147200000,
                  "message": "2026-11-21 00:00:00 UTC::@:[7]:LOG:  duration: 5.000 ms  statement: SELECT\\n\\t 1",
                  "ingestionTime": 1732147201000
                },
                {
                  "logStreamName": "db-2.0",
                  "timestamp": 1732147200001,
                  "message": "2026-11-21 00:00:01 UTC::@:[8]:LOG:  x\\n2026-11-21 00:00:01 UTC::@:[8]:DETAIL:  y\\n"
                }
              ],
              "searchedLogStreams": []
            }
            """);

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 3 2026-11-21 00:00:00 UTC::@:[7]:LOG:  duration: 5.000 ms  statement: SELECT",
            "CONTINUED 3 \t 1",
            "LINE 9 2026-11-21 00:00:01 UTC::@:[8]:LOG:  x",
            "CONTINUED 9 2026-11-21 00:00:01 UTC::@:[8]:DETAIL:  y");
    assertThat(peeled.streams().get(0))
        .isEqualTo(peeled.streams().get(1))
        .isNotEqualTo(peeled.streams().get(2));
    assertThat(peeled.skips()).isEmpty();
  }

  @Test
  void planetScaleLinesGetTheBlanksOfTheServer() {
    PeeledJson peeled =
        PeeledJson.of(
            "PlanetScale JSON",
            """
            {"_msg":"[POSTGRES] 2025-10-14 16:04:11.123 UTC [12] LOG: duration: 3.000 ms  statement: SELECT 'a] LOG: b'\\n\\tFROM t","_time":"t"}
            {"_msg":"[PGBOUNCER] 2025-10-14 16:04:11.200 UTC [3] LOG stats","_time":"t"}
            {"_msg":"[POSTGRES] 2025-10-14 16:04:12.000 UTC [12] DETAIL: Parameters: $1 = '1'","_time":"t"}
            {"_msg":"[POSTGRES] 2025-10-14 16:04:13.000 UTC [12] LOG:  two","_time":"t"}
            """);

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2025-10-14 16:04:11.123 UTC [12] LOG:  duration: 3.000 ms  statement: SELECT 'a] LOG: b'",
            "CONTINUED 1 \tFROM t",
            "LINE 3 2025-10-14 16:04:12.000 UTC [12] DETAIL:  Parameters: $1 = '1'",
            "LINE 4 2025-10-14 16:04:13.000 UTC [12] LOG:  two");
    assertThat(peeled.skips()).containsExactly("OTHER_PROGRAM db.json:2");
  }

  @Test
  void textInAnyOneMember() {
    PeeledJson peeled =
        PeeledJson.of(
            "JSON with a message",
            """
            {"host":"a","message":"2026-11-21 00:00:00 UTC [1] LOG:  duration: 5.000 ms  statement: SELECT"}
            {"host":"a","message":"\\t1"}
            {"host":"b","status":200}
            plain 2026
            {"host":"b","message":"2026-11-21 00:00:01 UTC [1] LOG:  x","msg":"other"}
            """);

    assertThat(peeled.lines())
        .containsExactly(
            "LINE 1 2026-11-21 00:00:00 UTC [1] LOG:  duration: 5.000 ms  statement: SELECT",
            "LINE 2 \t1",
            "LINE 4 plain 2026",
            "LINE 5 2026-11-21 00:00:01 UTC [1] LOG:  x");
    assertThat(peeled.skips()).containsExactly("OTHER_PROGRAM db.json:3");
    assertThat(peeled.streams().get(0)).isNotEqualTo(peeled.streams().get(3));
  }

  @Test
  void damagedObjectIsToldAndTheNextIsRead() {
    PeeledJson peeled =
        PeeledJson.of(
            "JSON with a message",
            """
            {"message":"LOG:  one"}
            {"message":"LOG:  tw
            {"message":"LOG:  three"}
            """);

    assertThat(peeled.lines()).containsExactly("LINE 1 LOG:  one", "LINE 3 LOG:  three");
    assertThat(peeled.skips()).containsExactly("BAD_JSON db.json:2");
  }

  @Test
  void headOfAMessageOverTheBoundIsHandedOnAsCut() {
    PeeledJson peeled =
        PeeledJson.of(
            "JSON with a message",
            "{\"message\":\"LOG:  012345678901234567890123456789\"}\n{\"message\":\"LOG:  b\"}\n",
            StandardCharsets.UTF_8,
            24);

    assertThat(peeled.lines()).containsExactly("LINE 1 cut LOG:  012345", "LINE 2 LOG:  b");
  }

  @Test
  void bytesThatAreNotUtf8GoThrough() {
    PeeledJson peeled =
        PeeledJson.of(
            "JSON with a message",
            "{\"message\":\"LOG:  M\u00fcller \u00ff \\u00e9\"}\n",
            StandardCharsets.ISO_8859_1,
            1024);

    assertThat(peeled.lines()).containsExactly("LINE 1 LOG:  M\u00fcller \u00ff \u00c3\u00a9");
  }
}
