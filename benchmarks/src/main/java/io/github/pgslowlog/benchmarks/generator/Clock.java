package io.github.pgslowlog.benchmarks.generator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The server's time, which passes with the messages; in UTC. */
final class Clock {
  private static final long START_MICROS = micros(Instant.parse("2026-11-20T09:00:03.941Z"));

  private long micros = START_MICROS;

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  long micros() {
    return micros;
  }

  long pass(long more) {
    micros += more;
    return micros;
  }

  /** Writes {@code 2026-11-20 09:00:03}. */
  static void seconds(Text out, long epochSeconds, char separator) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSeconds, 0, ZoneOffset.UTC);
    out.digits(time.getYear(), 4).append('-').digits(time.getMonthValue(), 2).append('-');
    out.digits(time.getDayOfMonth(), 2).append(separator).digits(time.getHour(), 2).append(':');
    out.digits(time.getMinute(), 2).append(':').digits(time.getSecond(), 2);
  }
}
