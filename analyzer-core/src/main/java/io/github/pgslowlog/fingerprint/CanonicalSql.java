package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.TextDecoder;

/**
 * A statement without its values: what all statements of a pattern have in common.
 *
 * @param fingerprint the pattern
 * @param text one line, values as {@code $1}, {@code $2}, lists of values as {@code ...}, key words
 *     in capitals; itself a statement of the same pattern with the same canonical text, unless it
 *     is over 256 KiB: of a longer one the head stands here, and {@code ...}
 */
public record CanonicalSql(Fingerprint fingerprint, String text) {
  static final byte VALUE = 1;
  static final byte LIST = 2;

  /** DEFAULT in a row of VALUES, a value if another row has one. */
  static final byte DEFAULT = 3;

  static final byte LAST_MARK = DEFAULT;

  /**
   * 256 KiB: lists are folded, so no program writes as much, and it is more than is parsed. Each
   * pattern is kept to the end, and dumps in one statement may not fill the memory.
   */
  static final int MAX_BYTES = 256 << 10;

  static CanonicalSql of(Fingerprint fingerprint, byte[] canonical, int length) {
    String masked = TextDecoder.decode(canonical, 0, Math.min(length, MAX_BYTES));
    StringBuilder text = new StringBuilder(masked.length() + 16);
    int values = 0;
    for (int i = 0; i < masked.length(); i++) {
      char c = masked.charAt(i);
      if (c == VALUE) {
        text.append('$').append(++values);
      } else if (c == LIST) {
        text.append("...");
      } else if (c == DEFAULT) {
        text.append("DEFAULT");
      } else {
        text.append(c);
      }
    }
    if (length > MAX_BYTES) {
      text.append("...");
    }
    return new CanonicalSql(fingerprint, text.toString());
  }
}
