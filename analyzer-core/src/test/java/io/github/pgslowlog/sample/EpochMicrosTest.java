package io.github.pgslowlog.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as numbers. */
class EpochMicrosTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-11-20T09:00:03.941Z",
        "2026-11-20T09:00:03.000001Z",
        "1969-12-31T23:59:59.999999Z",
        "0001-01-01T00:00:00.000001Z",
        "+99999-12-31T23:59:59.999999Z"
      })
  void timesComeBackToTheMicrosecond(Instant time) {
    assertThat(EpochMicros.instant(EpochMicros.of(time))).isEqualTo(time);
  }

  @Test
  void noTimeIsNone() {
    assertThat(EpochMicros.of(null)).isEqualTo(EpochMicros.NONE);
    assertThat(EpochMicros.instant(EpochMicros.NONE)).isNull();
  }

  @ParameterizedTest(name = "{0} seconds")
  @CsvSource({
    "31556889864403199, 9223372036854775807",
    "9223372036854, 9223372036854775807",
    "9223372036853, 9223372036853000000",
    "-9223372036853, -9223372036853000000",
    "-9223372036854, -9223372036854775807",
    "-31557014167219200, -9223372036854775807"
  })
  void timesThatAreTooFarAreTheFarthest(long seconds, long micros) {
    assertThat(EpochMicros.of(Instant.ofEpochSecond(seconds))).isEqualTo(micros);
  }
}
