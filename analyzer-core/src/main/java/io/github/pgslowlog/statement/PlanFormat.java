package io.github.pgslowlog.statement;

/** How a plan is written, {@code auto_explain.log_format}. */
public enum PlanFormat {
  /** As EXPLAIN prints it. */
  TEXT("text"),
  /** A JSON object. */
  JSON("json"),
  /** YAML. */
  YAML("yaml"),
  /** An XML document. */
  XML("xml");

  private final String word;

  PlanFormat(String word) {
    this.word = word;
  }

  /**
   * The name in reports.
   *
   * @return lower case
   */
  public String word() {
    return word;
  }
}
