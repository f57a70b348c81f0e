package io.github.pgslowlog.block;

import io.github.pgslowlog.decode.TimeDecoder;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times as numbers, the same as those of {@link TimeDecoder}. For one thread.
 *
 * <p>Hot path: most messages show second and zone of the message before, which are compared and not
 * read.
 */
final class TimeReader {
  /** No time is shown, or what is shown is none. */
  static final long NO_TIME = BlockRecords.NO_TIME;

  /** A time that cannot be told without the messages before, or that is no number. */
  static final long UNUSUAL = Long.MIN_VALUE + 1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Bytes of {@code 2026-11-20 09:00:03}. */
  private static final int SECONDS_BYTES = 19;

  /** Bytes of {@code 2026-11-20 09:00:03.941}. */
  static final int MILLISECONDS_BYTES = 23;

  private static final int MAX_KNOWN_BYTES = 40;
  private static final long MAX_SECONDS = Long.MAX_VALUE / 2_000_000;

  private final TimeDecoder times;

  /** A time that was read, and the microseconds of its whole second. */
  private final byte[] known = new byte[MAX_KNOWN_BYTES];

  private int knownLength = -1;
  private boolean knownMilliseconds;
  private long knownSecond;

  /**
   * Reads the times of one log.
   *
   * @param zone the zone the server logs in; empty to trust the abbreviations
   */
  TimeReader(Optional<ZoneId> zone) {
    this.times = new TimeDecoder(zone);
  }

  /**
   * Reads {@code 2026-11-20 09:00:03[.941] UTC}, which is known to have this form.
   *
   * @return microseconds since the epoch, {@link #NO_TIME} or {@link #UNUSUAL}
   */
  long dateTime(byte[] b, int from, int to) {
    long time = again(b, from, to);
    return time == NO_TIME ? remember(times.dateTime(b, from, to), b, from, to) : time;
  }

  /** Reads a time of csvlog or jsonlog, which may have any form. */
  long recordTime(byte[] b, int from, int to) {
    long time = again(b, from, to);
    return time == NO_TIME ? remember(times.recordTime(b, from, to), b, from, to) : time;
  }

  /** Reads {@code 1795219600.968}, which is known to have this form. */
  long epoch(byte[] b, int from, int to) {
    Instant time = times.epoch(b, from, to);
    return time == null ? NO_TIME : micros(time);
  }

  /** The time, if it differs from the one before in milliseconds only; else {@link #NO_TIME}. */
  long again(byte[] b, int from, int to) {
    byte[] before = known;
    int length = to - from;
    if (length != knownLength
        || (long) LONGS.get(b, from) != (long) LONGS.get(before, 0)
        || (long) LONGS.get(b, from + 8) != (long) LONGS.get(before, 8)
        || (int) INTS.get(b, from + 15) != (int) INTS.get(before, 15)) {
      return NO_TIME;
    }
    if (!knownMilliseconds) {
      return isAgain(b, from, to, SECONDS_BYTES) ? knownSecond : NO_TIME;
    }
    int hundreds = b[from + 20] - '0';
    int tens = b[from + 21] - '0';
    int ones = b[from + 22] - '0';
    boolean digits =
        b[from + SECONDS_BYTES] == '.'
            && Math.max(hundreds, Math.max(tens, ones)) <= 9
            && Math.min(hundreds, Math.min(tens, ones)) >= 0;
    return digits && isAgain(b, from, to, MILLISECONDS_BYTES)
        ? knownSecond + 1000L * (100 * hundreds + 10 * tens + ones)
        : NO_TIME;
  }

  private boolean isAgain(byte[] b, int from, int to, int start) {
    return to - from == start + Integer.BYTES
        ? (int) INTS.get(b, from + start) == (int) INTS.get(known, start)
        : Arrays.equals(b, from + start, to, known, start, knownLength);
  }

  private long remember(@Nullable Instant time, byte[] b, int from, int to) {
    if (time == null) {
      return NO_TIME;
    }
    if (times.isByOrder()) {
      return UNUSUAL;
    }
    long micros = micros(time);
    int length = to - from;
    if (length <= MAX_KNOWN_BYTES) {
      System.arraycopy(b, from, known, 0, length);
      knownLength = length;
      knownMilliseconds = hasMilliseconds(b, from, to);
      knownSecond = knownMilliseconds ? micros - 1000L * milliseconds(b, from) : micros;
    }
    return micros;
  }

  /** Whether three digits and no more stand behind the dot. */
  private static boolean hasMilliseconds(byte[] b, int from, int to) {
    return to - from >= MILLISECONDS_BYTES
        && b[from + SECONDS_BYTES] == '.'
        && isDigit(b[from + 20])
        && isDigit(b[from + 21])
        && isDigit(b[from + 22])
        && (to - from == MILLISECONDS_BYTES || !isDigit(b[from + MILLISECONDS_BYTES]));
  }

  private static int milliseconds(byte[] b, int from) {
    return 100 * (b[from + 20] - '0') + 10 * (b[from + 21] - '0') + b[from + 22] - '0';
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  private static long micros(Instant time) {
    long seconds = time.getEpochSecond();
    return Math.abs(seconds) > MAX_SECONDS ? UNUSUAL : 1_000_000 * seconds + time.getNano() / 1000;
  }

  /** What it asks for all that is not again the same. */
  TimeDecoder decoder() {
    return times;
  }
}
