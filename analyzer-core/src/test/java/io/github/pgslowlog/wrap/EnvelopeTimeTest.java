package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:59:36.111002Z,    2026-11-20 23:59:36.111 UTC",
    "2026-11-20T23:59:36.999999999Z, 2026-11-20 23:59:36.999 UTC",
    "2026-11-20T23:59:36Z,           2026-11-20 23:59:36.000 UTC",
    "2026-11-20T23:59:36.1Z,         2026-11-20 23:59:36.100 UTC",
    "2026-11-21T01:59:36.5+02:00,    2026-11-20 23:59:36.500 UTC",
    "2026-11-20 18:59:24.238 EST,    2026-11-20 18:59:24.238 EST",
    "1668460054,                     2022-11-14 21:07:34.000 UTC",
    "1668460054.123,                 2022-11-14 21:07:34.123 UTC",
    "1668460054999,                  2022-11-14 21:07:34.999 UTC",
    "1668460054999000,               2022-11-14 21:07:34.999 UTC",
    "1668460054999000000,            2022-11-14 21:07:34.999 UTC"
  })
  void timesOfEnvelopesGetTheFormOfTheServer(String envelope, String expected) {
    ByteAccumulator out = new ByteAccumulator();

    assertThat(append(envelope, out)).isTrue();
    assertThat(new String(out.toBytes(), StandardCharsets.US_ASCII)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-40T00:00:00Z",
        "2026-11-20T23:59",
        "1.2.3",
        ".",
        "1e9",
        "99999999999999999999999999999999",
        "2026-11-20T23:59:36.111111111111111111111111111111Z"
      })
  void whatIsNoTimeAddsNothing(String envelope) {
    ByteAccumulator out = new ByteAccumulator();

    assertThat(append(envelope, out)).isFalse();
    assertThat(out.length()).isZero();
  }

  private static boolean append(String envelope, ByteAccumulator out) {
    byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
    return EnvelopeTime.append(bytes, 0, bytes.length, out);
  }
}
