package io.github.pgslowlog.report.html;

/**
 * How much long texts may take of a page, that a log with names of any length makes no page of any
 * size. Short ones are always whole; of long ones as many as there is room for, in the order of the
 * page, and of the others the beginning.
 */
final class PageRoom {
  /** So that with the data, and with what is always the same, a page has about 5 MB. */
  static final int MAX_BYTES = 600_000;

  /** The longest text a page has, of whatever kind. */
  static final int LONGEST = 6_000;

  /** Characters of a text that it may have however little room is left. */
  static final int SHORT = 120;

  private long left = MAX_BYTES;

  /** Whether a text would be shown whole. */
  boolean has(String text) {
    return text.length() <= SHORT || text.length() <= LONGEST && htmlBytes(text) <= left;
  }

  /** A text as it is shown, which takes its room. */
  String take(String text) {
    if (text.length() <= SHORT) {
      return text;
    }
    String some = Excerpt.of(text, LONGEST);
    long bytes = htmlBytes(some);
    if (bytes > left) {
      return Excerpt.of(text, SHORT);
    }
    left -= bytes;
    return some;
  }

  /** In UTF-8, after what means something in HTML is escaped. */
  private static long htmlBytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += "<>&\"'".indexOf(c) >= 0 ? 5 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return bytes;
  }
}
