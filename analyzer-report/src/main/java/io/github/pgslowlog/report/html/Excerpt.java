package io.github.pgslowlog.report.html;

/** Long texts shortened, never within a character. */
final class Excerpt {
  private Excerpt() {}

  /** At most so many characters, the last one being an ellipsis if any is left out. */
  static String of(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  static String ofStatement(String sql, int length) {
    return sql.isEmpty() ? "(empty statement)" : of(sql, length);
  }
}
