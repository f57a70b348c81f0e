package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.decode.TimeDecoder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
  private static final String[] STDERR_TIMES = {
    "2026-11-20 09:00:03.941 UTC",
    "2026-11-20 09:00:03.001 UTC",
    "2026-11-20 09:00:03 UTC",
    "2026-11-20 09:00:03 CET",
    "2026-11-20 09:00:03.941 CET",
    "2026-11-20 09:00:03.942 +0545",
    "2026-11-20 09:00:03.943 +0530",
    "2026-11-20 09:00:04.000 UTC",
    "2026-11-20 09:00:60.999 UTC",
    "2026-11-20 19:00:03.941 CST",
    "2027-11-20 09:00:03.941 UTC",
    "2026-13-20 09:00:03.941 UTC",
    "2026-02-30 09:00:03 UTC",
    "0000-01-01 00:00:00.001 UTC",
    "9999-12-31 23:59:59.999 QQQ"
  };
  private static final String[] RECORD_TIMES = {
    "2026-11-20 09:00:03.941",
    "2026-11-20 09:00:03.9",
    "2026-11-20 09:00:03.941234 UTC",
    "2026-11-20 09:00:03.941235 UTC",
    "2026-11-20T09:00:03.941Z",
    "2026-11-20T09:00:03.942Z",
    "2026-11-20 09:00:03.941+00:00",
    "2026-11-20 09:00:03.a41 UTC",
    "2026-11-20 09:00:03.94: UTC",
    "2026-11-20 09:00:03x941 UTC",
    "2026-11-20 09:00:03.9411UTC",
    "2026-11-20 09:00:03.941 U C",
    "2026-11-20 09:00:0",
    "yesterday",
    ""
  };

  private static TimeReader reader() {
    return new TimeReader(Optional.empty());
  }

  private static long read(TimeReader times, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return times.dateTime(bytes, 0, bytes.length);
  }

  private static long micros(@Nullable Instant time) {
    return time == null
        ? TimeReader.NO_TIME
        : 1_000_000 * time.getEpochSecond() + time.getNano() / 1000;
  }

  @Test
  void readsWhatTheDecoderReads() {
    Random random = new Random(1);
    TimeReader times = reader();
    TimeDecoder slow = new TimeDecoder(Optional.empty());
    for (int i = 0; i < 20_000; i++) {
      boolean record = random.nextInt(2) == 0;
      String[] from = record && random.nextBoolean() ? RECORD_TIMES : STDERR_TIMES;
      byte[] padded = (" " + from[random.nextInt(from.length)] + " ").getBytes(UTF_8);
      int to = padded.length - 1;

      long read = record ? times.recordTime(padded, 1, to) : times.dateTime(padded, 1, to);

      Instant expected = record ? slow.recordTime(padded, 1, to) : slow.dateTime(padded, 1, to);
      assertThat(read).as(new String(padded, UTF_8)).isEqualTo(micros(expected));
    }
    assertThat(times.decoder().unknownZones()).isEqualTo(slow.unknownZones()).contains("QQQ");
    assertThat(times.decoder().assumptions()).isEqualTo(slow.assumptions()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1795219600.968, 1795219600968000",
    "0.001, 1000",
    "99999999999999999999999.000, -9223372036854775808",
    "9999999999999.000, -9223372036854775808",
    "253402300799.999, 253402300799999000"
  })
  void epochIsSecondsAndMilliseconds(String text, long expected) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(reader().epoch(bytes, 0, bytes.length)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2026-10-25 02:30:00.000 XX", "2026-10-25 02:00:00 UTC"})
  void repeatedHourIsUnusualEachTime(String time) {
    TimeReader berlin = new TimeReader(Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(read(berlin, "2026-10-25 01:30:00.000 XX")).isGreaterThan(0);
    assertThat(read(berlin, time)).isEqualTo(TimeReader.UNUSUAL);
    assertThat(read(berlin, time)).isEqualTo(TimeReader.UNUSUAL);
  }

  @Test
  void abbreviationTellsTheRepeatedHour() {
    TimeReader berlin = new TimeReader(Optional.of(ZoneId.of("Europe/Berlin")));

    assertThat(read(berlin, "2026-10-25 02:30:00.000 CEST"))
        .isEqualTo(micros(Instant.parse("2026-10-25T00:30:00Z")));
    assertThat(read(berlin, "2026-10-25 02:30:00.001 CET"))
        .isEqualTo(micros(Instant.parse("2026-10-25T01:30:00.001Z")));
  }
}
