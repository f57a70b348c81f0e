package io.github.pgslowlog.report;

/** Log text that a terminal shows as it stands. */
public final class PlainText {
  private static final char REPLACEMENT = '?';

  private PlainText() {}

  /**
   * Replaces what could move a terminal's cursor, break a line, or change how other text looks.
   *
   * @param text any text
   * @return the text, each such character a question mark
   */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(isActive(c) ? REPLACEMENT : c));
    return plain.toString();
  }

  /** Control characters, direction marks and other invisible ones, line separators, half pairs. */
  static boolean isActive(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
