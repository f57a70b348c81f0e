package io.github.pgslowlog;

/** What is not known of a pattern, although it was understood. */
public enum ReadingGap {
  /**
   * Only the skeleton of its clauses was understood: what it says of columns is right, but may not
   * be all.
   */
  OUTLINE("outline"),
  /** Of some of its columns the table is not known, or it has more of them than are looked at. */
  COLUMNS("columns"),
  /** It has conditions on so many columns that not all pairs of them are counted. */
  PAIRS("pairs");

  private final String word;

  ReadingGap(String word) {
    this.word = word;
  }

  /**
   * The name in reports.
   *
   * @return one word
   */
  public String word() {
    return word;
  }
}
