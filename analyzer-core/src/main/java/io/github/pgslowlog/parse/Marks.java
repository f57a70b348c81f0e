package io.github.pgslowlog.parse;

import io.github.pgslowlog.rewrite.ParameterForm;
import io.github.pgslowlog.rewrite.Rewritten;

/** Numbers that the rewriter put into strings, numbers and names. */
final class Marks {
  /** A number in the text from here on stands for a value, see {@link Rewritten}. */
  static final long VALUE_NUMBERS = ParameterForm.NUMBER_BASE;

  private static final int MAX_DIGITS = 9;

  private Marks() {}

  /** Which value a string of the tree stands for: n of {@code $n}, else 0. */
  static int ofString(String content) {
    return content.startsWith("$") ? Math.max(0, digits(content, 1, content.length())) : 0;
  }

  /** Which value a number of the tree stands for, 0 if it stands for itself. */
  static int ofNumber(String written) {
    int digits = digits(written, 1, written.length());
    return written.length() == MAX_DIGITS + 1 && written.charAt(0) == '1' ? Math.max(0, digits) : 0;
  }

  /** The decimal number between two places, -1 if there is none or it is too long. */
  static int digits(String text, int from, int to) {
    if (from >= to || to - from > MAX_DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
