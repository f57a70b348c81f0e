package io.github.pgslowlog.report.html;

/** How much of a pattern the data of the page has. Of what is cut, the script is told how much. */
enum Extent {
  /** What the table shows and the filters need at least. */
  SHORT(300, 4, 10),

  /** Enough for exact filters, but for a few. */
  MEDIUM(2_000, 100, 10),

  /** All that is known of where it came from, and details; texts of 20,000 characters. */
  FULL(20_000, 1_000, 60);

  /** Characters of the statement. */
  final int text;

  /** Users, databases, applications and tables each, those most often first. */
  final int names;

  /** Slices of its timeline. */
  final int slices;

  Extent(int text, int names, int slices) {
    this.text = text;
    this.names = names;
    this.slices = slices;
  }
}
