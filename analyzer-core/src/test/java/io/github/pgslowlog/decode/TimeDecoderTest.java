package io.github.pgslowlog.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDecoderTest {
  private final TimeDecoder times = new TimeDecoder(Optional.empty());

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-11-20 09:00:03 UTC, 2026-11-20T09:00:03Z",
    "2026-11-20 09:00:03.941 UTC, 2026-11-20T09:00:03.941Z",
    "2026-11-20 09:00:03.001 GMT, 2026-11-20T09:00:03.001Z",
    "2026-11-20 09:00:03 CET, 2026-11-20T08:00:03Z",
    "2026-07-20 09:00:03 CEST, 2026-07-20T07:00:03Z",
    "2026-11-20 09:00:03 EST, 2026-11-20T14:00:03Z",
    "2026-11-20 09:00:03 PST, 2026-11-20T17:00:03Z",
    "2026-11-20 09:00:03 MSK, 2026-11-20T06:00:03Z",
    "2026-11-20 09:00:03 JST, 2026-11-20T00:00:03Z",
    "2026-11-20 09:00:03 NZDT, 2026-11-19T20:00:03Z",
    "2026-11-20 09:00:03 ACDT, 2026-11-19T22:30:03Z",
    "2026-11-20 09:00:03 -03, 2026-11-20T12:00:03Z",
    "2026-11-20 09:00:03 +11, 2026-11-19T22:00:03Z",
    "2026-11-20 09:00:03 +0545, 2026-11-20T03:15:03Z",
    "2026-11-20 09:00:03 -0330, 2026-11-20T12:30:03Z",
    "1890-11-20 09:00:03 +054530, 1890-11-20T03:14:33Z",
    "2026-11-20 09:00:03 -00, 2026-11-20T09:00:03Z",
    "2024-02-29 23:59:59.999 UTC, 2024-02-29T23:59:59.999Z"
  })
  void zoneNamesAnOffset(String text, String expected) {
    assertThat(read(times, text)).isEqualTo(Instant.parse(expected));
    assertThat(times.unknownZones()).isEmpty();
  }

  @ParameterizedTest(name = "{0} then {1}")
  @CsvSource({
    "2026-10-25 02:59:59.999 CEST, 2026-10-25 02:00:00.000 CET",
    "2026-03-29 01:59:59.999 CET, 2026-03-29 03:00:00.000 CEST",
    "2026-11-01 01:59:59.999 EDT, 2026-11-01 01:00:00.000 EST",
    "2026-03-08 01:59:59.999 EST, 2026-03-08 03:00:00.000 EDT"
  })
  void changeOfDaylightSavingTakesOneMillisecond(String before, String after) {
    Instant last = instant(before);

    assertThat(instant(after)).isEqualTo(last.plusMillis(1));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-01-20 09:00:03 IST, 2026-01-20T03:30:03Z",
    "2026-07-20 09:00:03.941 CET, 2026-07-20T03:30:03.941Z",
    "2026-07-20 09:00:03 XYZ, 2026-07-20T03:30:03Z"
  })
  void givenZoneComesBeforeTheAbbreviation(String text, String expected) {
    TimeDecoder india = new TimeDecoder(Optional.of(ZoneId.of("Asia/Kolkata")));

    assertThat(read(india, text)).isEqualTo(Instant.parse(expected));
    assertThat(india.unknownZones()).isEmpty();
  }

  @Test
  void givenZoneKnowsDaylightSaving() {
    TimeDecoder berlin = new TimeDecoder(Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(read(berlin, "2026-01-20 09:00:03 X")).isEqualTo("2026-01-20T08:00:03Z");
    assertThat(read(berlin, "2026-07-20 09:00:03 X")).isEqualTo("2026-07-20T07:00:03Z");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"+1", "-", "+", "+123", "+1a", "+00000000"})
  void whatIsNoOffsetIsAnUnknownZone(String zone) {
    assertThat(read(times, "2026-11-20 09:00:03 " + zone)).isEqualTo("2026-11-20T09:00:03Z");
    assertThat(times.unknownZones()).containsExactly(zone);
  }

  @Test
  void fewUnknownZonesAreRemembered() {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      assertThat(read(times, "2026-11-20 09:00:03 X" + letter)).isEqualTo("2026-11-20T09:00:03Z");
    }

    assertThat(times.unknownZones()).containsExactly("XA", "XB", "XC", "XD", "XE");
  }

  @Test
  void unknownZonesAreUtcAndRemembered() {
    assertThat(read(times, "2026-11-20 09:00:03 XYZ")).isEqualTo("2026-11-20T09:00:03Z");
    assertThat(read(times, "2026-11-20 09:00:03.941 ABC")).isEqualTo("2026-11-20T09:00:03.941Z");
    assertThat(read(times, "2026-11-20 09:00:04 XYZ")).isEqualTo("2026-11-20T09:00:04Z");

    assertThat(times.unknownZones()).containsExactly("ABC", "XYZ");
  }

  @Test
  void abbreviationsOfSeveralZonesAreReadAsTheCommonOneAndTold() {
    assertThat(read(times, "2026-11-20 09:00:03 IST")).isEqualTo("2026-11-20T03:30:03Z");
    assertThat(read(times, "2026-11-20 09:00:03 CST")).isEqualTo("2026-11-20T15:00:03Z");
    assertThat(read(times, "2026-11-20 09:00:03 UTC")).isEqualTo("2026-11-20T09:00:03Z");

    assertThat(times.unknownZones()).isEmpty();
    assertThat(times.assumptions())
        .containsExactly(
            "CST is read as the central time of North America (-06); it is also China's and Cuba's",
            "IST is read as India's time (+05:30); it is also Israel's and Ireland's");
  }

  @Test
  void repeatedHourOfAGivenZoneIsToldApartByTheAbbreviation() {
    TimeDecoder berlin = new TimeDecoder(Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(read(berlin, "2026-10-25 02:30:00 CET")).isEqualTo("2026-10-25T01:30:00Z");
    assertThat(read(berlin, "2026-10-25 02:30:00 CEST")).isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void repeatedHourWithoutAbbreviationFollowsTheMessageBefore() {
    TimeDecoder berlin = new TimeDecoder(Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(read(berlin, "2026-10-25 02:30:00 X")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(read(berlin, "2026-10-25 02:59:59 X")).isEqualTo("2026-10-25T00:59:59Z");
    assertThat(read(berlin, "2026-10-25 02:00:00 X")).isEqualTo("2026-10-25T01:00:00Z");
    assertThat(read(berlin, "2026-10-25 02:30:00 X")).isEqualTo("2026-10-25T01:30:00Z");
    assertThat(read(berlin, "2026-10-25 03:00:00 X")).isEqualTo("2026-10-25T02:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-20 09:00:03 UTC",
        "2026-00-20 09:00:03 UTC",
        "2026-02-29 09:00:03 UTC",
        "2026-11-20 24:00:00 UTC",
        "2026-11-20 09:60:03.941 UTC",
        "2026-11-20 09:00:03 +99"
      })
  void digitsThatAreNoDateGiveNoTime(String text) {
    assertThat(read(times, text)).isNull();
  }

  @Test
  void leapSecondIsTheSecondBefore() {
    assertThat(read(times, "2016-12-31 23:59:60.500 UTC")).isEqualTo("2016-12-31T23:59:59.500Z");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1795219600.968, 2026-11-21T00:06:40.968Z",
    "0.001, 1970-01-01T00:00:00.001Z",
    "4102444800.000, 2100-01-01T00:00:00Z"
  })
  void epochIsRead(String text, String expected) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(times.epoch(bytes, 0, bytes.length)).isEqualTo(expected);
  }

  private Instant instant(String text) {
    Instant time = read(times, text);
    assertThat(time).as(text).isNotNull();
    return time == null ? Instant.EPOCH : time;
  }

  private static @Nullable Instant read(TimeDecoder times, String text) {
    byte[] bytes = ("[" + text + "]").getBytes(UTF_8);
    return times.dateTime(bytes, 1, bytes.length - 1);
  }
}
