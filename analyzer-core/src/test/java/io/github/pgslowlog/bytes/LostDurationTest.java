package io.github.pgslowlog.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostDurationTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "LOG:  duration: 12.345 ms  statement: x, 12345",
    "duration: 0.001 ms, 1",
    "duration: 1.000 ms  duration: 9.000 ms, 1000",
    "no such word, 0",
    "duration:, 0",
    "'duration: ', 0",
    "duration: soon, 0",
    "duration: 12.345, 0",
    "duration: 12.345s, 0",
    "duration: 5 ms, 0",
    "duration: 5.1 ms, 0",
    "duration: 5.0000 ms, 0",
    "duration: .000 ms, 0",
    "duration: 1.2.345 ms, 0",
    "duration: 99999999999.999 ms, 99999999999999",
    "duration: 99999999999999999999.000 ms, 0",
    "'', 0"
  })
  void timeOfALineIsFound(String line, long micros) {
    byte[] bytes = line.getBytes(UTF_8);

    assertThat(LostDuration.micros(bytes, 0, bytes.length)).isEqualTo(micros);
  }

  @Test
  void onlyTheRangeIsSearched() {
    byte[] bytes = "duration: 1.000 ms".getBytes(UTF_8);

    assertThat(LostDuration.micros(bytes, 1, bytes.length)).isZero();
    assertThat(LostDuration.micros(bytes, 0, 13)).isZero();
  }
}
