package io.github.pgslowlog.report;

/**
 * What a report is to show, and how.
 *
 * @param top how many patterns and columns texts for reading show, at least 1; files for programs
 *     have all of them
 * @param values whether samples and plans show the values of statements; they are masked otherwise
 * @param columns how wide a text may be, in characters, at least 40
 * @param colour whether a text may use the colours of a terminal
 */
public record ReportOptions(int top, boolean values, int columns, boolean colour) {
  /** 20 patterns, no values, 80 characters, no colours. */
  public static final ReportOptions DEFAULT = new ReportOptions(20, false, 80, false);

  /** Fewest characters in a line of a text: {@value}. */
  public static final int MIN_COLUMNS = 40;

  /** Checks the bounds. */
  public ReportOptions {
    if (top < 1) {
      throw new IllegalArgumentException("top is " + top + "; give 1 or more");
    }
    if (columns < MIN_COLUMNS) {
      throw new IllegalArgumentException(
          "columns is " + columns + "; give " + MIN_COLUMNS + " or more");
    }
  }
}
