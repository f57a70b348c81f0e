package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times of envelopes, written as the server writes {@code %m}, for messages that show no time of
 * their own.
 *
 * <p>{@code 2026-11-20T23:59:36.111002Z}, and numbers of seconds, milliseconds, microseconds or
 * nanoseconds since 1970 (which, their size tells), become {@code 2026-11-20 23:59:36.111 UTC}.
 */
public final class EnvelopeTime {
  private static final DateTimeFormatter LOG_FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int MAX_LENGTH = 64;

  /** The year 5138 in seconds, 1973 in milliseconds: logs are from between. */
  private static final double SECONDS_LIMIT = 1e11;

  private static final int THOUSAND = 1000;

  private EnvelopeTime() {}

  /**
   * Adds a time in the form of {@code %m}; one that has that form already is added as it is.
   *
   * @param bytes holds the time
   * @param from index of its first byte
   * @param to index behind its last byte
   * @param out receives the time
   * @return false if it is no time; nothing is added then
   */
  public static boolean append(byte[] bytes, int from, int to, ByteAccumulator out) {
    if (to - from > MAX_LENGTH) {
      return false;
    }
    if (ServerText.startsWithTime(bytes, from, to) && bytes[from + 10] == ' ') {
      out.append(bytes, from, to);
      return true;
    }
    Instant time = instant(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    if (time == null) {
      return false;
    }
    out.append(LOG_FORM.format(time).getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  private static @Nullable Instant instant(String text) {
    try {
      boolean number = !text.isEmpty() && text.chars().allMatch(c -> c == '.' || isDigit(c));
      return number ? epoch(Double.parseDouble(text)) : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException | NumberFormatException noTime) {
      return null;
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Exact to the millisecond: a double has 15 digits, a time in milliseconds 13. */
  private static @Nullable Instant epoch(double number) {
    double seconds = number;
    for (int unit = 0; unit < 3 && seconds >= SECONDS_LIMIT; unit++) {
      seconds /= THOUSAND;
    }
    return seconds < SECONDS_LIMIT
        ? Instant.ofEpochMilli((long) Math.floor(seconds * THOUSAND + 1e-4))
        : null;
  }
}
