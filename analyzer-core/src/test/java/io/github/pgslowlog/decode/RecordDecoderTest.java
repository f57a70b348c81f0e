package io.github.pgslowlog.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.frame.RecordField;
import io.github.pgslowlog.frame.RecordFrame;
import io.github.pgslowlog.language.Label;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDecoderTest {
  private static final Location PLACE = new Location("postgresql.csv", 7, 4711);

  @Test
  void fieldsOfTheRecordAreRead() {
    EnumMap<RecordField, Slice> fields = new EnumMap<>(RecordField.class);
    for (RecordField field : RecordField.values()) {
      fields.put(field, slice(field.name()));
    }
    fields.put(RecordField.TIME, slice("2026-11-20 09:00:03.941 CET"));
    fields.put(RecordField.SEVERITY, slice("ERROR"));

    LogEntry entry = decode(fields);

    assertThat(entry)
        .isEqualTo(
            new LogEntry(
                PLACE,
                Instant.parse("2026-11-20T08:00:03.941Z"),
                new Origin(
                    "SESSION", "PROCESS", "USER", "DATABASE", "APPLICATION", "REMOTE", "QUERY_ID"),
                Label.ERROR,
                "SQLSTATE",
                slice("MESSAGE"),
                slice("DETAIL"),
                slice("CONTEXT"),
                slice("STATEMENT")));
  }

  @Test
  void absentFieldsAreNull() {
    LogEntry entry = decode(Map.of());

    assertThat(entry)
        .isEqualTo(
            new LogEntry(
                PLACE,
                null,
                new Origin(null, null, null, null, null, null, null),
                Label.INFO,
                null,
                slice(""),
                null,
                null,
                null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER", "APPLICATION", "STATEMENT", "CONTEXT", "DETAIL", "SQLSTATE"})
  void emptyFieldsAreNull(RecordField field) {
    assertThat(decode(Map.of(field, slice("")))).isEqualTo(decode(Map.of()));
  }

  @Test
  void queryIdZeroIsNone() {
    assertThat(decode(Map.of(RecordField.QUERY_ID, slice("0"))).origin().queryId()).isNull();
    assertThat(decode(Map.of(RecordField.QUERY_ID, slice("-1"))).origin().queryId())
        .isEqualTo("-1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "LOG, anything, LOG",
    "PANIC, duration: 1.000 ms, PANIC",
    "DETAIL, duration: 1.000 ms, LOG",
    "LOGG, duration: 1.000 ms, LOG",
    "LOGG, startar, INFO",
    "log, x, INFO"
  })
  void severityThatIsNotKnownLosesNoDuration(String word, String message, Label severity) {
    LogEntry entry =
        decode(Map.of(RecordField.SEVERITY, slice(word), RecordField.MESSAGE, slice(message)));

    assertThat(entry.severity()).isEqualTo(severity);
    assertThat(entry.message()).isEqualTo(slice(message));
  }

  @Test
  void severitiesOfAnotherLanguageCanBeGiven() {
    RecordDecoder decoder =
        new RecordDecoder(
            new TimeDecoder(Optional.empty()),
            word -> word.equals(slice("FEL")) ? Label.ERROR : null);

    LogEntry entry =
        decoder.decode(new RecordFrame(PLACE, Map.of(RecordField.SEVERITY, slice("FEL"))));

    assertThat(entry.severity()).isEqualTo(Label.ERROR);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-20 09:00:03.941 UTC, 2026-11-20T09:00:03.941Z",
    "2026-11-20 09:00:03.941 -03, 2026-11-20T12:00:03.941Z",
    "2026-11-20 09:00:03.941 +0545, 2026-11-20T03:15:03.941Z",
    "2026-11-20 09:00:03.941, 2026-11-20T09:00:03.941Z",
    "2026-11-20 09:00:03, 2026-11-20T09:00:03Z",
    "2026-11-20 09:00:03.9 CET, 2026-11-20T08:00:03.900Z",
    "2026-11-20 09:00:03.941678 CET, 2026-11-20T08:00:03.941Z",
    "2026-11-20 09:00:03.941+00, 2026-11-20T09:00:03.941Z",
    "2026-11-20 09:00:03.941+05:30, 2026-11-20T03:30:03.941Z",
    "2026-11-20T09:00:03.941Z, 2026-11-20T09:00:03.941Z"
  })
  void timesAreReadInEveryFormThatExportsUse(String time, String expected) {
    assertThat(decode(Map.of(RecordField.TIME, slice(time))).time()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20 09:00:0",
        "2026-13-20 09:00:03.941 UTC",
        "2026-11-20 25:00:03.941 UTC",
        "2026-11-20 09:00:03. UTC",
        "2026-11-20 09:00:03.1234567 UTC",
        "2026-11-20 09:00:03.941 +",
        "2026-11-20 09:00:03.941 +1",
        "2026-11-20 09:00:03.941 +99",
        "2026-11-20 09:00:03.941 +123456789",
        "2026-11-20 09:00:03.941 -x",
        "2026-11-20 09:00:03.941 U7C",
        "2026-11-20 09:00:03.941 FARTOOLONG",
        "2026/11/20 09:00:03.941 UTC",
        "yesterday, at half past nine UTC"
      })
  void whatIsNoTimeIsNull(String time) {
    assertThat(decode(Map.of(RecordField.TIME, slice(time))).time()).isNull();
  }

  @Test
  void zoneOfTheUserComesFirst() {
    RecordDecoder decoder =
        new RecordDecoder(new TimeDecoder(Optional.of(ZoneId.of("Asia/Tokyo"))));

    LogEntry entry =
        decoder.decode(
            new RecordFrame(PLACE, Map.of(RecordField.TIME, slice("2026-11-20 09:00:03"))));

    assertThat(entry.time()).isEqualTo("2026-11-20T00:00:03Z");
  }

  private static LogEntry decode(Map<RecordField, Slice> fields) {
    return new RecordDecoder(new TimeDecoder(Optional.empty()))
        .decode(new RecordFrame(PLACE, fields));
  }

  private static Slice slice(String text) {
    return Slice.of(text.getBytes(UTF_8));
  }
}
