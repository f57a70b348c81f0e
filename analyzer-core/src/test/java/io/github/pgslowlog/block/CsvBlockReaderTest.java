package io.github.pgslowlog.block;

import static io.github.pgslowlog.block.RecordFormat.CSVLOG;
import static io.github.pgslowlog.block.RecordFormat.MAX_BYTES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.block.RecordFormat.Result;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.frame.RecordField;
import io.github.pgslowlog.language.Languages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBlockReaderTest {
  private static final String FIRST = RecordFixture.of("duration: 1.000 ms").csv();
  private static final String RECORD =
      RecordFixture.of("duration: 2.000 ms  statement: SELECT \"a\",\n  'b'").csv();
  private static final String START =
      "2026-11-20 09:00:03.941 UTC,\"app\",\"shop\",41,\"[local]\",6b00e090.29,1,\"SELECT\",";

  @Test
  void fieldsAreThoseOfTheServer() {
    String log =
        FIRST
            + RecordFixture.of("canceling statement \"x\"")
                .with(RecordField.USER, "Jo \"the\" admin")
                .with(RecordField.SEVERITY, "ОШИБКА")
                .with(RecordField.SQLSTATE, "57014")
                .with(RecordField.DETAIL, "two\nlines")
                .with(RecordField.CONTEXT, "PL/pgSQL function \"f\"()")
                .with(RecordField.STATEMENT, "SELECT \"f\"()")
                .csv();

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
    assertThat(entry.statement()).hasToString("SELECT \"f\"()");
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 24, 25, 26})
  void serversWriteMoreColumnsFromVersionToVersion(int columns) {
    assertThat(read(RecordFixture.of("x").csv(columns) + FIRST).events()).hasSize(2);
  }

  @Test
  void columnsOfAnExportMayAllBeQuoted() {
    String[] columns = FIRST.strip().replace("\"", "").split(",", -1);
    byte[] log = ('"' + String.join("\",\"", columns) + "\"\n").getBytes(UTF_8);

    Result result = CSVLOG.fast(log, MAX_BYTES);

    assertThat(result.end()).isEqualTo(log.length);
    assertThat(result.events()).hasSize(1).isEqualTo(CSVLOG.slow(log, 0, 0, MAX_BYTES));
  }

  static Map<String, String> unusual() {
    Map<String, String> lines = new TreeMap<>();
    lines.put("22 columns", RecordFixture.of("x").csv(22));
    lines.put("27 columns", RECORD.replace("-4711\n", "-4711,\n"));
    lines.put("a blank line", "\n");
    lines.put("a byte order mark", "\uFEFF" + RECORD);
    lines.put("a carriage return", RECORD.replace("-4711\n", "-4711\r\n"));
    lines.put(
        "a carriage return behind a quote", RecordFixture.of("x").csv(24).replace("\n", "\r\n"));
    lines.put("a date that is none", RECORD.replace("2026-11-20 09", "2026-13-20 09"));
    lines.put("a file that ends within a record", RECORD.substring(0, RECORD.length() - 1));
    lines.put("a header", "log_time,user_name,database_name\n");
    lines.put("a line of another kind", "2026-11-20 09:00:03.941 UTC [41] LOG:  x\n");
    lines.put("a line number that is none", RECORD.replace(",1,\"SEL", ",1x,\"SEL"));
    lines.put("a transaction that is none", RECORD.replace(",0,LOG", ",x,LOG"));
    lines.put("a message without quotes", RECORD.replaceAll("(?s)\"duration.*'b'\"", "x"));
    lines.put("a number that is none", RECORD.replace(",41,", ",4I,"));
    lines.put("a number too long", RECORD.replace("-4711", "123456789012345678901"));
    lines.put("a quote in a column", RECORD.replace("\"shop\"", "\"shop\"x"));
    lines.put("a session that is none", RECORD.replace("6b00e090.29", "6b00e090"));
    lines.put("a severity too short", RECORD.replace(",LOG,", ",L,"));
    lines.put("a severity with digits", RECORD.replace(",LOG,", ",L10G,"));
    lines.put("a severity with quotes", RECORD.replace(",LOG,", ",\"L\"\"OG\","));
    lines.put("a sqlstate that is none", RECORD.replace(",00000,", ",0000a,"));
    lines.put("a sqlstate too short", RECORD.replace(",00000,", ",0000,"));
    lines.put("a time without milliseconds", RECORD.replace(".941 UTC", " UTC"));
    lines.put("a time without zone", RECORD.replace(".941 UTC", ".941"));
    lines.put("a zone too long", RECORD.replace(".941 UTC", ".941 +05:45:00:0"));
    lines.put("an open column", RECORD.replace(",\"psql\"", ",\"psql"));
    lines.put("NUL bytes before", "\0" + RECORD);
    lines.put("NUL bytes in a column", RECORD.replace("41", "\0"));
    lines.put("NUL bytes in a quoted column", RECORD.replace("  'b'", "\0'b'"));
    return lines;
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

  @Test
  void sureStartOfARecordInAColumnIsLeftToWhoeverKnowsTears() {
    String torn = "2026-11-20 09:00:03.941 UTC,,,7,,6b00e090.7,1,,,,0,LOG,00000,\"duration: \n";

    for (String next :
        new String[] {FIRST, '"' + FIRST.replaceFirst(",", "\","), START + "\"\"\"x\"\n"}) {
      Result result = read(FIRST + torn + next + FIRST);

      assertThat(result.end()).isEqualTo(FIRST.length());
      assertThat(result.lines()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"", "\"\"", "\",\""})
  void textThatImitatesARecordIsText(String before) {
    String imitation =
        RecordFixture.of("duration: 1 ms  statement: SELECT '" + before + "\n" + START + "'").csv();

    assertThat(read(imitation + FIRST).events()).hasSize(2);
    assertThat(lastStart(imitation + imitation)).isEqualTo(imitation.length());
    assertThat(lastStart(imitation)).isNegative();
  }

  @Test
  void recordOverTheBoundIsLeft() {
    byte[] log = (FIRST + RECORD).getBytes(UTF_8);

    assertThat(CSVLOG.fast(log, RECORD.length()).end()).isEqualTo(log.length);
    assertThat(CSVLOG.fast(log, RECORD.length() - 1).end()).isEqualTo(FIRST.length());
  }

  @Test
  void hourThatDaylightSavingRepeatsIsLeft() {
    String before = FIRST.replace("2026-11-20 09:00:03.941 UTC", "2026-10-25 01:59:59.999 XYZ");
    String repeated = FIRST.replace("2026-11-20 09:00:03.941 UTC", "2026-10-25 02:30:00.000 XYZ");
    byte[] log = (before + repeated).getBytes(UTF_8);
    BlockReader reader =
        new CsvBlockReader(
            Languages.all(),
            Optional.of(ZoneId.of("Europe/Berlin")),
            MAX_BYTES,
            (message, out) -> {});

    assertThat(reader.read(log, 0, log.length, 0, new BlockRecords())).isEqualTo(before.length());
  }

  @Test
  void textsStayUntilTheRecordsAreCleared() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      log.append(
          RecordFixture.of(message(i))
              .with(RecordField.DETAIL, "Parameters: $1 = '\"" + i + "\"'")
              .csv());
    }
    byte[] bytes = log.toString().getBytes(UTF_8);
    List<Slice> texts = new ArrayList<>();
    BlockReader reader =
        CSVLOG.reader(
            MAX_BYTES,
            (message, out) -> {
              texts.add(Slice.of(message.message, message.messageFrom, message.messageTo));
              texts.add(Slice.of(message.detail, message.detailFrom, message.detailTo));
            });

    reader.read(bytes, 0, bytes.length, 0, new BlockRecords());

    assertThat(texts).hasSize(1000);
    for (int i = 0; i < 500; i++) {
      assertThat(texts.get(2 * i)).hasToString(message(i));
      assertThat(texts.get(2 * i + 1)).hasToString("Parameters: $1 = '\"" + i + "\"'");
    }
  }

  private static String message(int i) {
    return "duration: " + i + ".000 ms  statement: SELECT \"column " + i + "\", \"x\" FROM \"y\"";
  }

  private static Result read(String log) {
    return CSVLOG.fast(log.getBytes(UTF_8), MAX_BYTES);
  }

  private static int lastStart(String log) {
    byte[] bytes = log.getBytes(UTF_8);
    return CSVLOG.blocks(MAX_BYTES).lastStart(bytes, 0, bytes.length);
  }
}
