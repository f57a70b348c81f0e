package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                | 0 µs
          850              | 850 µs
          999              | 999 µs
          1000             | 1.0 ms
          12345            | 12.3 ms
          12350            | 12.4 ms
          999949           | 999.9 ms
          999950           | 1.00 s
          4564999          | 4.56 s
          99994999         | 99.99 s
          99995000         | 1 min 40 s
          724000000        | 12 min 4 s
          3600000000       | 1 h
          18780000000      | 5 h 13 min
          172800000000     | 2 d
          273600000000     | 3 d 4 h
          9000000000000000 | 104,166 d 16 h
          -12345           | −12.3 ms
          """)
  void durationsInTheUnitAPersonWouldChoose(long micros, String words) {
    assertThat(plain(Figures.duration(micros))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock = "0|0\n999|999\n1000|1,000\n1234567|1,234,567\n-1000|-1,000")
  void countsInGroupsOfThree(long count, String words) {
    assertThat(Figures.count(count)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          381 | 1000 | 38.1 %
          1   | 3    | 33.3 %
          2   | 3    | 66.7 %
          0   | 5    | 0.0 %
          5   | 5    | 100.0 %
          0   | 0    | –
          """)
  void sharesWithOneDecimal(long part, long whole, String words) {
    assertThat(plain(Figures.share(part, whole))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0         | 0 bytes
          1         | 1 byte
          999       | 999 bytes
          45100     | 45.1 kB
          999950    | 1.0 MB
          270000000 | 270.0 MB
          """)
  void bytesInUnitsOfThousands(long bytes, String words) {
    assertThat(plain(Figures.bytes(bytes))).isEqualTo(words);
  }

  @Test
  void costsTimesAndRates() {
    assertThat(Figures.cost(8.314)).isEqualTo("8.31");
    assertThat(Figures.cost(1234.6)).isEqualTo("1,235");
    assertThat(Figures.times(2.46)).isEqualTo("2.5");
    assertThat(Figures.times(159.3)).isEqualTo("159");
    assertThat(Figures.rate(0.01349)).isEqualTo("0.013");
    assertThat(Figures.rate(0)).isEqualTo("0.00");
    assertThat(Figures.rate(1.5)).isEqualTo("1.50");
  }

  @Test
  void timesAreInUtcAndWidthsInWholeUnits() {
    assertThat(Figures.time(Instant.parse("2026-11-21T02:08:36.999Z")))
        .isEqualTo("2026-11-21 02:08:36");
    assertThat(plain(Figures.width(Duration.ofSeconds(10)))).isEqualTo("10 s");
    assertThat(plain(Figures.width(Duration.ofMinutes(5)))).isEqualTo("5 min");
    assertThat(plain(Figures.width(Duration.ofDays(7)))).isEqualTo("7 d");
  }

  /** Blanks before units do not break. */
  private static String plain(String words) {
    assertThat(words).doesNotContain(" ");
    return words.replace('\u00a0', ' ');
  }
}
