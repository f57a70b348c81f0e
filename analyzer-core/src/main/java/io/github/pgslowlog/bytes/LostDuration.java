package io.github.pgslowlog.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The time that a text reports although it is not understood, for the account of what was lost. */
public final class LostDuration {
  private static final byte[] WORD = "duration: ".getBytes(StandardCharsets.US_ASCII);

  /** Prefixes and envelopes have less before the message. */
  private static final int SEARCHED_BYTES = 4096;

  /** Three years in milliseconds; sums of such durations still fit into 64 bits. */
  private static final int MAX_WHOLE_DIGITS = 11;

  private static final int DECIMALS = 3;

  private LostDuration() {}

  /**
   * Finds the first {@code duration: D.DDD ms} near the start of a text.
   *
   * @param text holds the text
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return microseconds, 0 if there is none or it is torn
   */
  public static long micros(byte[] text, int from, int to) {
    int limit = Math.min(to, from + SEARCHED_BYTES);
    for (int i = from; i + WORD.length < limit; i++) {
      if (text[i] == 'd' && Arrays.equals(text, i, i + WORD.length, WORD, 0, WORD.length)) {
        return number(text, i + WORD.length, limit);
      }
    }
    return 0;
  }

  private static long number(byte[] text, int from, int to) {
    int dot = digitsEnd(text, from, to);
    int end = dot < to && text[dot] == '.' ? digitsEnd(text, dot + 1, to) : dot;
    boolean whole =
        dot > from
            && dot - from <= MAX_WHOLE_DIGITS
            && end - dot == DECIMALS + 1
            && end < to
            && text[end] == ' ';
    if (!whole) {
      return 0;
    }
    long micros = 0;
    for (int i = from; i < end; i++) {
      micros = i == dot ? micros : 10 * micros + text[i] - '0';
    }
    return micros;
  }

  private static int digitsEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i;
  }
}
