package io.github.pgslowlog.benchmarks.generator;

/** A time as the log shows it; writes the part down to the second anew only when it changes. */
final class Stamp {
  private final Text second = new Text(32);
  private final char separator;
  private long shown = Long.MIN_VALUE;

  Stamp(char separator) {
    this.separator = separator;
  }

  /** Writes {@code 2026-11-20 09:00:03}. */
  Text append(Text out, long micros) {
    long seconds = Math.floorDiv(micros, 1_000_000L);
    if (seconds != shown) {
      shown = seconds;
      Clock.seconds(second.clear(), seconds, separator);
    }
    return out.append(second);
  }

  /** Writes {@code 2026-11-20 09:00:03.941 UTC}. */
  Text appendMillis(Text out, long micros) {
    append(out, micros).append('.').digits(micros / 1000 % 1000, 3);
    return out.append(" UTC");
  }
}
