package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times on the command line. */
class PointInTimeTest {
  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource(
      textBlock =
          """
          2026-11-21,                       UTC,            2026-11-21T00:00:00Z
          2026-11-21,                       Europe/Berlin,  2026-11-20T23:00:00Z
          2026-11-21 14:30,                 UTC,            2026-11-21T14:30:00Z
          2026-11-21T14:30,                 UTC,            2026-11-21T14:30:00Z
          2026-11-21t14:30:05,              UTC,            2026-11-21T14:30:05Z
          2026-11-21 14:30:05.123,          UTC,            2026-11-21T14:30:05.123Z
          '2026-11-21 14:30:05,123',        UTC,            2026-11-21T14:30:05.123Z
          2026-11-21 14:30,                 Europe/Berlin,  2026-11-21T13:30:00Z
          2026-07-21 14:30,                 Europe/Berlin,  2026-07-21T12:30:00Z
          2026-11-21 14:30Z,                Europe/Berlin,  2026-11-21T14:30:00Z
          2026-11-21T14:30:05.123456z,      Europe/Berlin,  2026-11-21T14:30:05.123456Z
          2026-11-21 14:30 UTC,             Europe/Berlin,  2026-11-21T14:30:00Z
          2026-11-21 14:30+01:00,           UTC,            2026-11-21T13:30:00Z
          2026-11-21 14:30 -0530,           UTC,            2026-11-21T20:00:00Z
          2026-11-21 14:30:00+02,           UTC,            2026-11-21T12:30:00Z
          2026-10-25 02:30,                 Europe/Berlin,  2026-10-25T00:30:00Z
          2026-03-29 02:30,                 Europe/Berlin,  2026-03-29T01:30:00Z
          """)
  void isReadInItsZone(String text, String zone, String expected) {
    assertThat(PointInTime.of(text, ZoneId.of(zone))).isEqualTo(Instant.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-11",
        "2026-13-01",
        "2026-02-30",
        "2026-11-21 25:00",
        "2026-11-21 14",
        "21.11.2026",
        "2026-11-21 14:30 CET",
        "2026-11-21 14:30+99:00",
        "1763735400"
      })
  void whatIsNoTimeIsToldWithWhatIs(String text) {
    assertThatThrownBy(() -> PointInTime.of(text, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + text
                + "' is not a time; give 2026-11-21, 2026-11-21 14:30 or 2026-11-21T14:30:05.123,"
                + " with a zone such as Z or +01:00 behind it if it is not that of --timezone, or"
                + " else UTC");
  }

  @Test
  void aTimeOfDayNeedsItsDate() {
    assertThatThrownBy(() -> PointInTime.of("14:30", ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'14:30' has no date; give it, too: 2026-11-21 14:30");
  }
}
