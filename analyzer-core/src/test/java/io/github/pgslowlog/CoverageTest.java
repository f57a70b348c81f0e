package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares in tenths of a percent. */
final class CoverageTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "0, 100, 0",
    "100, 100, 1000",
    "1, 2, 500",
    "2, 3, 666",
    "999, 1000, 999",
    "9999, 10000, 999",
    "1, 1001, 0",
    "0, 0, 1000",
    "9223372036854775806, 9223372036854775807, 999",
    "9223372036854775807, 9223372036854775807, 1000"
  })
  void aShareIsRoundedDown(long part, long whole, int share) {
    assertThat(Coverage.share(part, whole)).isEqualTo(share);
  }
}
