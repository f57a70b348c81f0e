package io.github.pgslowlog.wrap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** What tells a line of the server from other text, without its log_line_prefix. */
final class ServerText {
  /** An expanded prefix is shorter. */
  private static final int MAX_PREFIX_BYTES = 4096;

  private static final byte[][] SEVERITIES =
      bytes("LOG", "ERROR", "FATAL", "WARNING", "NOTICE", "DEBUG", "INFO", "PANIC");
  private static final byte[][] SECTIONS =
      bytes("DETAIL", "HINT", "QUERY", "CONTEXT", "STATEMENT", "LOCATION", "BACKTRACE");
  private static final String TIME = "dddd-dd-dd-dd:dd:dd";

  private ServerText() {}

  private static byte[][] bytes(String... words) {
    return Stream.of(words)
        .map(word -> word.getBytes(StandardCharsets.US_ASCII))
        .toArray(byte[][]::new);
  }

  /** Whether a text begins with date and time, with a blank or a T between. */
  static boolean startsWithTime(byte[] text, int from, int to) {
    if (to - from < TIME.length()) {
      return false;
    }
    for (int i = 0; i < TIME.length(); i++) {
      byte b = text[from + i];
      boolean fits =
          switch (TIME.charAt(i)) {
            case 'd' -> b >= '0' && b <= '9';
            case '-' -> i == 10 ? b == ' ' || b == 'T' : b == '-';
            default -> b == ':';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text begins with digits in square brackets, as a process id is written. */
  static boolean startsWithProcess(byte[] text, int from, int to) {
    int i = from + 1;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i > from + 1 && i < to && text[from] == '[' && text[i] == ']';
  }

  /** Where the first severity with colon and two spaces starts in the first line, or -1. */
  static int severity(byte[] text, int from, int to) {
    int limit = Math.min(to - 2, from + MAX_PREFIX_BYTES);
    for (int colon = from; colon < limit && text[colon] != '\n'; colon++) {
      if (text[colon] == ':' && text[colon + 1] == ' ' && text[colon + 2] == ' ') {
        int start = wordBefore(SEVERITIES, text, from, colon);
        if (start >= 0) {
          return start;
        }
      }
    }
    return -1;
  }

  /** Where the word of a severity or section ends that starts at an index, or -1. */
  static int labelEnd(byte[] text, int from, int to) {
    int colon = from;
    while (colon < to && text[colon] >= 'A' && text[colon] <= 'Z') {
      colon++;
    }
    boolean label =
        wordBefore(SEVERITIES, text, from, colon) == from
            || wordBefore(SECTIONS, text, from, colon) == from;
    return label ? colon : -1;
  }

  private static int wordBefore(byte[][] words, byte[] text, int from, int colon) {
    for (byte[] word : words) {
      int start = colon - word.length;
      if (start >= from && Arrays.equals(text, start, colon, word, 0, word.length)) {
        return start;
      }
    }
    return -1;
  }

  /** Whether a text may be a message of the server: it begins with a time or shows a severity. */
  static boolean looksLikeServer(byte[] text, int from, int to) {
    return startsWithTime(text, from, to) || severity(text, from, to) >= 0;
  }

  /** Where a word starts in the first line of a text, or -1. */
  static int find(byte[] word, byte[] text, int from, int to) {
    int limit = Math.min(to - word.length, from + MAX_PREFIX_BYTES);
    for (int i = from; i <= limit && text[i] != '\n'; i++) {
      if (text[i] == word[0] && Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
        return i;
      }
    }
    return -1;
  }
}
