package io.github.pgslowlog.diagnostics;

/** Why something in a log was not read. The word is what reports print. */
public enum SkipReason {
  /** A line that neither starts with log_line_prefix nor continues a message. */
  NO_PREFIX("no prefix"),
  /** A continuation line (leading tab) before the first message: the log was cut there. */
  NO_START("continuation without a start"),
  /** A DETAIL, CONTEXT or STATEMENT line whose message is not the one before it. */
  NO_MESSAGE("section without its message"),
  /** An entry over the size bound: its head is used, the rest is left out. */
  OVERSIZED("oversized"),
  /** A line of NUL bytes, as copytruncate and power failures leave them. */
  NUL_BYTES("NUL bytes");

  private final String word;

  SkipReason(String word) {
    this.word = word;
  }

  /**
   * The name in reports.
   *
   * @return a few words, lower case
   */
  public String word() {
    return word;
  }
}
