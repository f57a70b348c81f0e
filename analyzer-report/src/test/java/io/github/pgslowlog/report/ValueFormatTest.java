package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.resolve.Evidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers and times are written, whatever the machine's locale and zone. */
class ValueFormatTest {
  @ParameterizedTest
  @CsvSource({
    "0,                   0.000",
    "1,                   0.001",
    "999,                 0.999",
    "1000,                1.000",
    "3941612,             3941.612",
    "-1,                  -0.001",
    "-1500,               -1.500",
    "9223372036854775807, 9223372036854775.807"
  })
  void millisecondsHaveThreeDecimals(long micros, String expected) {
    assertThat(Milliseconds.exact(micros)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "99, 99", "104, 100", "105, 110", "995, 1000", "41234, 41000"})
  void whatIsAboutRightHasTwoDigits(long about, long expected) {
    assertThat(Words.rounded(about)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,           0 us",
    "999,         999 us",
    "1000,        1.0 ms",
    "12345,       12.3 ms",
    "999949,      999.9 ms",
    "999950,      1.00 s",
    "1000000,     1.00 s",
    "4560000,     4.56 s",
    "99994999,    99.99 s",
    "99995000,    1m40s",
    "100000000,   1m40s",
    "3599999999,  59m59s",
    "3600000000,  1h00m",
    "18793000000, 5h13m"
  })
  void durationsHaveTheUnitAPersonWouldUse(long micros, String expected) {
    assertThat(Words.duration(micros)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0       | line    | 0 lines
          1       | line    | 1 line
          2       | entry   | 2 entries
          1       | entry   | 1 entry
          1234567 | pattern | 1,234,567 patterns
          """)
  void countsAgreeWithTheirNoun(long count, String noun, String expected) {
    assertThat(Words.count(count, noun)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "5, 0.5", "992, 99.2", "1000, 100.0"})
  void tenthsOfAPercent(int tenths, String expected) {
    assertThat(Words.tenths(tenths)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"453, 1000, 45.3%", "1, 3, 33.3%", "0, 7, 0.0%", "7, 7, 100.0%", "0, 0, -"})
  void sharesOfAWhole(long part, long whole, String expected) {
    assertThat(Words.share(part, whole)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                   | 0 bytes
          1                   | 1 byte
          999                 | 999 bytes
          1000                | 1.0 kB
          999949              | 999.9 kB
          999950              | 1.0 MB
          270000000           | 270.0 MB
          1500000000          | 1.5 GB
          9223372036854775807 | 9223372.0 TB
          """)
  void bytesHaveUnitsOfThousands(long bytes, String expected) {
    assertThat(Words.bytes(bytes)).isEqualTo(expected);
  }

  @Test
  void evidenceIsLowerCaseInEveryLocale() {
    assertThat(Evidence.values())
        .extracting(Words::evidence)
        .allMatch(word -> word.matches("[a-z_]+"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00:03Z,           2026-11-20T09:00:03.000Z",
    "2026-11-20T09:00:03.941612999Z, 2026-11-20T09:00:03.941Z",
    "0001-01-01T00:00:00Z,           0001-01-01T00:00:00.000Z"
  })
  void timesAreInUtcWithMilliseconds(Instant time, String expected) {
    assertThat(Times.iso(time)).isEqualTo(expected);
  }
}
