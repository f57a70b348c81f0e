package io.github.pgslowlog.block;

import static io.github.pgslowlog.block.RecordFormat.JSONLOG;
import static io.github.pgslowlog.block.RecordFormat.MAX_BYTES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.block.RecordFormat.Result;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.frame.RecordField;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBlockReaderTest {
  private static final String FIRST = RecordFixture.of("duration: 1.000 ms").json();
  private static final String RECORD =
      RecordFixture.of("duration: 2.000 ms  statement: SELECT \"a\",\n  'b'").json();

  @Test
  void fieldsAreThoseOfTheServer() {
    String log =
        FIRST
            + RecordFixture.of("canceling statement \"x\"")
                .with(RecordField.USER, "Jo \"the\" admin")
                .with(RecordField.SEVERITY, "ERROR")
                .with(RecordField.SQLSTATE, "57014")
                .with(RecordField.DETAIL, "two\nlines")
                .with(RecordField.CONTEXT, "PL/pgSQL function \"f\"()")
                .with(RecordField.STATEMENT, "SELECT '\\'")
                .json();

    LogEntry entry = (LogEntry) read(log).events().get(1);

    assertThat(entry.location().line()).isEqualTo(2);
    assertThat(entry.location().offset()).isEqualTo(FIRST.length());
    assertThat(entry.time()).isEqualTo(Instant.parse("2026-11-20T09:00:03.941Z"));
    assertThat(entry.origin())
        .isEqualTo(
            new Origin(
                "6b00e090.29", "41", "Jo \"the\" admin", "shop", "psql", "10.0.0.7:5433", "-4711"));
    assertThat(entry.severity()).hasToString("ERROR");
    assertThat(entry.sqlState()).isEqualTo("57014");
    assertThat(entry.message()).hasToString("canceling statement \"x\"");
    assertThat(entry.detail()).hasToString("two\nlines");
    assertThat(entry.context()).hasToString("PL/pgSQL function \"f\"()");
    assertThat(entry.statement()).hasToString("SELECT '\\'");
  }

  static Map<String, String> unusual() {
    Map<String, String> lines = new TreeMap<>();
    for (String key :
        new String[] {
          "log_time",
          "user_name",
          "database_name",
          "process_id",
          "connection_from",
          "sql_state_code",
          "event_message",
          "query"
        }) {
      lines.put(key, with("\"" + key + "\":\"x\""));
    }
    lines.put("a blank", RECORD.replace(",\"user\"", ", \"user\""));
    lines.put("a blank line", "\n");
    lines.put("a byte order mark", "\uFEFF" + RECORD);
    lines.put("a carriage return", RECORD.replace("\n", "\r\n"));
    lines.put("a comma behind", RECORD.replace("}\n", "},\n"));
    lines.put("a control character", RECORD.replace("shop", "sh\top"));
    lines.put("a date that is none", RECORD.replace("2026-11-20 09", "2026-13-20 09"));
    lines.put("a decimal", with("\"weight\":1.5"));
    lines.put("a file that ends within a record", RECORD.substring(0, RECORD.length() - 1));
    lines.put("a key twice", with("\"user\":\"y\""));
    lines.put("a key with an escape", with("\"us\\u0065r\":\"y\""));
    lines.put("a line of another kind", "2026-11-20 09:00:03.941 UTC [41] LOG:  x\n");
    lines.put("a time of ISO 8601", RECORD.replace("20 09:00:03.941 UTC", "20T09:00:03.941 UTC"));
    lines.put("a time with an escape", RECORD.replace("941 UTC", "941 \\u0055TC"));
    lines.put("a time without milliseconds", RECORD.replaceFirst(".941 UTC", " UTC"));
    lines.put("a word for a name", RECORD.replace("\"shop\"", "null"));
    lines.put("a word that is none", with("\"new\":nul"));
    lines.put("an array", with("\"new\":[]"));
    lines.put("an array around", "[\n");
    lines.put("an empty severity", RECORD.replace("\"LOG\"", "\"\""));
    lines.put("an object", with("\"new\":{}"));
    lines.put("an object on several lines", RECORD.replace(",\"user\"", ",\n\"user\""));
    lines.put("an object that begins with another member", RECORD.replace("timestamp", "time"));
    lines.put("NUL bytes before", "\0" + RECORD);
    lines.put("NUL bytes in a string", RECORD.replace("shop", "sh\0op"));
    lines.put("no severity", RECORD.replace("error_severity", "severity"));
    lines.put("two objects on a line", RECORD.replace("}\n", "}{\"timestamp\":\"\"}\n"));
    return lines;
  }

  private static String with(String member) {
    return RECORD.replace("}\n", "," + member + "}\n");
  }

  static Stream<String> namesOfUnusual() {
    return unusual().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("namesOfUnusual")
  void whatIsOutOfTheOrdinaryIsLeft(String name) {
    String line = unusual().getOrDefault(name, "");

    assertThat(line).isNotEqualTo(RECORD);
    assertThat(read(FIRST + line).end()).isEqualTo(FIRST.length());
    assertThat(read(line + FIRST).end()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "null", "17", "-1", "\"x\"", "\"\\\"\"", "\"\""})
  void valueOfAKeyToComeIsPassedOver(String value) {
    String line = with("\"new\":" + value + ",\"newer\":" + value);

    assertThat(read(line + FIRST).events()).hasSize(2).isEqualTo(slow(line + FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\/\\b\\f\\n\\r\\t",
        "\\u00e9\\u0001",
        "\\ud83d\\ude00 \\ud83d \\ude00",
        "\\u00",
        "\\q",
        "\\\\u0041"
      })
  void escapesAreReadAsTheSlowPathReadsThem(String text) {
    String line = RECORD.replace("SELECT", text).replace("psql", text);

    assertThat(read(line).events()).hasSize(1).isEqualTo(slow(line));
  }

  @Test
  void objectOverTheBoundIsLeft() {
    byte[] log = (FIRST + RECORD).getBytes(UTF_8);

    assertThat(JSONLOG.fast(log, RECORD.length()).end()).isEqualTo(log.length);
    assertThat(JSONLOG.fast(log, RECORD.length() - 1).end()).isEqualTo(FIRST.length());
  }

  @Test
  void placeToCutIsBehindALineFeed() {
    byte[] log = (RECORD + RECORD + RECORD).getBytes(UTF_8);
    BlockFormat format = JSONLOG.blocks(MAX_BYTES);

    assertThat(format.lastStart(log, 0, log.length)).isEqualTo(2 * RECORD.length());
    assertThat(format.lastStart(log, 0, 2 * RECORD.length())).isEqualTo(RECORD.length());
    assertThat(format.lastStart(log, RECORD.length(), 2 * RECORD.length())).isNegative();
  }

  private static Result read(String log) {
    return JSONLOG.fast(log.getBytes(UTF_8), MAX_BYTES);
  }

  private static Object slow(String log) {
    return JSONLOG.slow(log.getBytes(UTF_8), 0, 0, MAX_BYTES);
  }
}
