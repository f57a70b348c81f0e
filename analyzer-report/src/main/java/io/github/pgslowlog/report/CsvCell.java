package io.github.pgslowlog.report;

/**
 * Cells of CSV (RFC 4180), whose text a client may have chosen.
 *
 * <p>A spreadsheet takes what begins with {@code =, +, -} or {@code @} for a formula, and runs it.
 * One of a country where commas are for decimals splits the line at semicolons too, wherever quotes
 * stand. So an apostrophe goes before whatever could begin a formula, at the beginning of a cell
 * and behind all that some program may split at.
 */
final class CsvCell {
  /** First characters of formulas, full-width ones included. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String SEPARATORS = ",;|";

  private CsvCell() {}

  /** What a client has chosen: no formula, nothing invisible, in one line. */
  static String text(String text) {
    StringBuilder cell = new StringBuilder(text.length());
    boolean begins = true;
    String plain = PlainText.of(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (begins && FORMULA.indexOf(c) >= 0) {
        cell.append('\'');
      }
      begins = SEPARATORS.indexOf(c) >= 0 || (begins && (c == '"' || isBlank(c)));
      cell.append(c);
    }
    return cell.toString();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** As it stands in a line. */
  static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0 || c == '"');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
