package io.github.pgslowlog.decode;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Times of csvlog and jsonlog: {@code 2026-11-20 09:00:03.941 UTC}, and what exports make of them:
 * with {@code T}, more or fewer digits of a second, {@code +00:00}, or without a zone, which is
 * read as UTC unless the user names one.
 */
final class RecordTime {
  private static final String PATTERN = "0000-00-00 00:00:00";
  private static final int SECONDS_BYTES = PATTERN.length();
  private static final int MILLISECONDS_BYTES = SECONDS_BYTES + 4;
  private static final int MAX_FRACTION = 6;
  private static final int MAX_LETTERS = 6;
  private static final byte[] UTC = "UTC".getBytes(StandardCharsets.US_ASCII);

  private RecordTime() {}

  /** Null if it is no time. */
  static @Nullable Instant read(TimeDecoder times, Slice time) {
    byte[] b = time.array();
    int from = time.from();
    if (!hasSeconds(b, from, time.to())) {
      return null;
    }
    int i = from + SECONDS_BYTES;
    int fractionEnd = i;
    if (i < time.to() && b[i] == '.') {
      fractionEnd = digitsEnd(b, i + 1, time.to());
      if (fractionEnd == i + 1 || fractionEnd - i > MAX_FRACTION + 1) {
        return null;
      }
    }
    int zone = fractionEnd < time.to() && b[fractionEnd] == ' ' ? fractionEnd + 1 : fractionEnd;
    if (fractionEnd - from == MILLISECONDS_BYTES && zone > fractionEnd && isName(b, zone, time)) {
      return times.dateTime(b, from, time.to());
    }
    return normalized(times, b, from, fractionEnd, zone, time.to());
  }

  private static @Nullable Instant normalized(
      TimeDecoder times, byte[] b, int from, int fractionEnd, int zoneStart, int to) {
    byte[] zone = zone(b, zoneStart, to);
    if (zone == null) {
      return null;
    }
    byte[] text = new byte[MILLISECONDS_BYTES + 1 + zone.length];
    Arrays.fill(text, 0, MILLISECONDS_BYTES, (byte) '0');
    int copied = Math.min(fractionEnd - from, MILLISECONDS_BYTES);
    System.arraycopy(b, from, text, 0, copied);
    text[SECONDS_BYTES] = '.';
    text[MILLISECONDS_BYTES] = ' ';
    System.arraycopy(zone, 0, text, MILLISECONDS_BYTES + 1, zone.length);
    return times.dateTime(text, 0, text.length);
  }

  /** {@code UTC}, {@code +00}, {@code +0545} or {@code +05:45}; null if it is none. */
  private static byte @Nullable [] zone(byte[] b, int from, int to) {
    if (from == to) {
      return UTC;
    }
    if (b[from] != '+' && b[from] != '-') {
      return isName(b, from, Slice.of(b, from, to)) ? Arrays.copyOfRange(b, from, to) : null;
    }
    byte[] zone = new byte[] {b[from], '0', '0', '0', '0', '0', '0'};
    int length = 1;
    for (int i = from + 1; i < to; i++) {
      if (b[i] >= '0' && b[i] <= '9' && length < zone.length) {
        zone[length++] = b[i];
      } else if (b[i] != ':') {
        return null;
      }
    }
    return length == 3 || length == 5 || length == 7 ? zone : null;
  }

  private static boolean isName(byte[] b, int from, Slice time) {
    for (int i = from; i < time.to(); i++) {
      int lower = b[i] | 0x20;
      if (lower < 'a' || lower > 'z') {
        return false;
      }
    }
    return from < time.to() && time.to() - from <= MAX_LETTERS;
  }

  private static boolean hasSeconds(byte[] b, int from, int to) {
    if (to - from < SECONDS_BYTES) {
      return false;
    }
    for (int i = 0; i < SECONDS_BYTES; i++) {
      byte value = b[from + i];
      char expected = PATTERN.charAt(i);
      boolean fits = expected == '0' ? value >= '0' && value <= '9' : value == expected;
      if (!fits && !(expected == ' ' && value == 'T')) {
        return false;
      }
    }
    return true;
  }

  private static int digitsEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }
}
