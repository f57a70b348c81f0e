package io.github.pgslowlog.select;

/** What a recommendation rests on. The word is the name in reports. */
public enum Confidence {
  /** A planner of PostgreSQL planned the statements with and without it. */
  PLANNER("planner"),
  /** The statements and the catalog alone. */
  HEURISTIC("heuristic");

  private final String word;

  Confidence(String word) {
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
