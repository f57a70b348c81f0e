package io.github.pgslowlog.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The time that a line reports although the line as a whole is not understood. */
final class LostDuration {
  private static final byte[] WORD = "duration: ".getBytes(StandardCharsets.US_ASCII);
  private static final int SEARCHED_BYTES = 4096;
  private static final int MAX_DIGITS = 14;

  private LostDuration() {}

  /** Microseconds of the first {@code duration: D.DDD ms} near the start of a line, else 0. */
  static long micros(byte[] line, int from, int to) {
    int limit = Math.min(to, from + SEARCHED_BYTES);
    for (int i = from; i + WORD.length < limit; i++) {
      if (line[i] == 'd' && Arrays.equals(line, i, i + WORD.length, WORD, 0, WORD.length)) {
        return number(line, i + WORD.length, limit);
      }
    }
    return 0;
  }

  private static long number(byte[] line, int from, int to) {
    long micros = 0;
    int digits = 0;
    for (int i = from; i < to && digits < MAX_DIGITS; i++) {
      if (line[i] >= '0' && line[i] <= '9') {
        micros = 10 * micros + line[i] - '0';
        digits++;
      } else if (line[i] != '.') {
        return line[i] == ' ' ? micros : 0;
      }
    }
    return 0;
  }
}
