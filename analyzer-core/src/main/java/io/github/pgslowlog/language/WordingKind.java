package io.github.pgslowlog.language;

/** What a wording tells of. */
public enum WordingKind {
  /** A simple query. */
  STATEMENT,
  /** The Parse step of the extended protocol. */
  PARSE,
  /** Its Bind step. */
  BIND,
  /** Its Execute step. */
  EXECUTE,
  /** A further Execute of the same portal. */
  EXECUTE_FETCH,
  /** A function call by its OID. */
  FASTPATH,
  /** A plan of auto_explain, which no language translates. */
  PLAN;

  /**
   * Whether the wording shows the name of a prepared statement.
   *
   * @return true for parse, bind, execute and execute_fetch
   */
  public boolean isNamed() {
    return this == PARSE || this == BIND || this == EXECUTE || this == EXECUTE_FETCH;
  }
}
