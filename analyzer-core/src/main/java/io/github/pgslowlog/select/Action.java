package io.github.pgslowlog.select;

/** What a recommendation asks for. The word is the name in reports. */
public enum Action {
  /** Create an index. */
  CREATE("create"),
  /** Drop an index. */
  DROP("drop"),
  /** CREATE STATISTICS. */
  STATISTICS("statistics"),
  /** Change a setting. */
  SETTING("setting"),
  /** Change a constraint. */
  CONSTRAINT("constraint"),
  /** Change the statement. */
  REWRITE("rewrite");

  private final String word;

  Action(String word) {
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
