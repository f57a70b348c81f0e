package io.github.pgslowlog.rewrite;

import java.util.Locale;

/** How parameters are written: JSqlParser takes a literal where it takes no parameter. */
public enum ParameterForm {
  /** {@code $1}. */
  MARK,
  /** {@code '$1'}. */
  STRING,
  /** {@code 1000000001}. */
  NUMBER;

  /** What is added to the number of a parameter that is written as a number. */
  public static final int NUMBER_BASE = 1_000_000_000;

  /** So many digits and the character before them; more are no parameter. */
  private static final int MAX_CHARACTERS = 9;

  /**
   * Writes the parameters of a rewritten text in this form.
   *
   * @param text text with parameters such as {@code $1}
   * @return the same text, its parameters in this form
   */
  public String write(String text) {
    if (this == MARK) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    boolean quoted = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      int end = i + 1;
      while (c == '$' && !quoted && end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (end > i + 1 && end <= i + MAX_CHARACTERS) {
        out.append(literal(text.substring(i + 1, end)));
      } else {
        out.append(text, i, end);
      }
      i = end;
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String literal(String digits) {
    return this == STRING
        ? "'$" + digits + "'"
        : String.format(Locale.ROOT, "%d", NUMBER_BASE + Integer.parseInt(digits));
  }
}
