package io.github.pgslowlog.postgres.schema;

import java.util.Locale;

/**
 * The words of a statement as they go by: whether it is inside the body of a function written as
 * {@code BEGIN ATOMIC ... END}, in which semicolons end nothing. psql counts the same way.
 */
final class BlockWords {
  private static final int LONGEST = 16;
  private static final int HEAD_WORDS = 4;

  private final StringBuilder word = new StringBuilder();
  private final StringBuilder head = new StringBuilder();
  private int count;
  private int depth;
  private boolean tooLong;

  void reset() {
    word.setLength(0);
    head.setLength(0);
    count = 0;
    depth = 0;
    tooLong = false;
  }

  static boolean isWordPart(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c >= 0x80;
  }

  void letter(int c) {
    if (word.length() < LONGEST) {
      word.append((char) c);
    } else {
      tooLong = true;
    }
  }

  boolean inWord() {
    return word.length() > 0;
  }

  /** Whether a quote that follows begins a string with escapes. */
  boolean isEscapePrefix() {
    return word.length() == 1 && (word.charAt(0) == 'e' || word.charAt(0) == 'E');
  }

  /** A letter that belongs to no word. */
  void end(int parentheses) {
    if (word.length() == 0) {
      return;
    }
    String ended = tooLong ? "" : word.toString().toLowerCase(Locale.ROOT);
    word.setLength(0);
    tooLong = false;
    if (count < HEAD_WORDS) {
      head.append(' ').append(ended);
      count++;
    }
    if (parentheses == 0 && isRoutine()) {
      switch (ended) {
        case "begin" -> depth++;
        case "case" -> depth += depth > 0 ? 1 : 0;
        case "end" -> depth = Math.max(0, depth - 1);
        default -> {}
      }
    }
  }

  private boolean isRoutine() {
    String start = head.toString();
    return start.startsWith(" create")
        && (start.contains(" function") || start.contains(" procedure"));
  }

  boolean insideBlock() {
    return depth > 0;
  }
}
