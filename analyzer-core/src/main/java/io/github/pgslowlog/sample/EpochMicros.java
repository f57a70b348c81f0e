package io.github.pgslowlog.sample;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times as microseconds since 1970: one number, without an object. Logs show milliseconds, their
 * envelopes at most microseconds.
 */
public final class EpochMicros {
  /** No time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final long MILLION = 1_000_000;

  private EpochMicros() {}

  /**
   * The number of a time.
   *
   * @param time a time, or null
   * @return microseconds; {@link #NONE} for null; for times 292,000 years away, which only damage
   *     shows, the farthest there is
   */
  public static long of(@Nullable Instant time) {
    if (time == null) {
      return NONE;
    }
    long seconds = time.getEpochSecond();
    if (seconds >= Long.MAX_VALUE / MILLION) {
      return Long.MAX_VALUE;
    }
    return seconds <= Long.MIN_VALUE / MILLION
        ? Long.MIN_VALUE + 1
        : seconds * MILLION + time.getNano() / 1000;
  }

  /**
   * The time of a number.
   *
   * @param micros as {@link #of} returned it
   * @return the time, null for {@link #NONE}
   */
  public static @Nullable Instant instant(long micros) {
    return micros == NONE
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, MILLION), 1000 * Math.floorMod(micros, MILLION));
  }
}
