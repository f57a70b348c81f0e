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
  NUL_BYTES("NUL bytes"),
  /**
   * A csvlog record that ends too early, has too many columns, or whose quotes do not close; a
   * message to syslog one of whose pieces is missing.
   */
  TORN_RECORD("torn record"),
  /** A line that should be JSON and is not. */
  BAD_JSON("not valid JSON"),
  /** A record of another program or service between those of the server; nothing is lost. */
  OTHER_PROGRAM("other program", false);

  private final String word;
  private final boolean damage;

  SkipReason(String word) {
    this(word, true);
  }

  SkipReason(String word, boolean damage) {
    this.word = word;
    this.damage = damage;
  }

  /**
   * Whether something of the server's log may be lost.
   *
   * @return false if what was skipped never belonged to it
   */
  public boolean isDamage() {
    return damage;
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
