package io.github.pgslowlog.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The time that damaged JSON reports, for the account of what was lost. */
final class TornDuration {
  private static final byte[] WORD = "duration: ".getBytes(StandardCharsets.US_ASCII);

  /** Envelopes have less before the message. */
  private static final int SEARCHED_BYTES = 4096;

  private static final int MAX_DIGITS = 14;

  private TornDuration() {}

  /** Microseconds of the first {@code duration: D.DDD ms} near the start of a text, else 0. */
  static long micros(byte[] text, int from, int to) {
    int limit = Math.min(to, from + SEARCHED_BYTES);
    for (int i = from; i + WORD.length < limit; i++) {
      if (text[i] == 'd' && Arrays.equals(text, i, i + WORD.length, WORD, 0, WORD.length)) {
        return number(text, i + WORD.length, limit);
      }
    }
    return 0;
  }

  private static long number(byte[] text, int from, int to) {
    long micros = 0;
    int decimals = -1;
    for (int i = from; i < to && i < from + MAX_DIGITS; i++) {
      if (text[i] == '.') {
        decimals = 0;
      } else if (text[i] >= '0' && text[i] <= '9') {
        micros = 10 * micros + text[i] - '0';
        decimals += decimals < 0 ? 0 : 1;
      } else {
        return text[i] == ' ' && decimals == 3 ? micros : 0;
      }
    }
    return 0;
  }
}
