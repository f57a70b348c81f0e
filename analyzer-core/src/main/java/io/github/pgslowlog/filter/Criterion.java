package io.github.pgslowlog.filter;

/** What a filter may ask for. An entry that fails several counts for the first of them. */
public enum Criterion {
  /** When it was logged. */
  TIME("time"),
  /** In which database. */
  DATABASE("database"),
  /** By whom. */
  USER("user"),
  /** From which application. */
  APPLICATION("application"),
  /** From which host. */
  HOST("host"),
  /** How long it took. */
  DURATION("duration"),
  /** Its pattern. */
  FINGERPRINT("fingerprint"),
  /** What stands in its text without values. */
  TEXT("text"),
  /** How often its pattern was called. */
  CALLS("calls");

  private final String word;

  Criterion(String word) {
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
