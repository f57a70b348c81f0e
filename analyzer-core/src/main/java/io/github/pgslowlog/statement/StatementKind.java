package io.github.pgslowlog.statement;

/**
 * What a duration was measured of.
 *
 * <p>Source: {@code check_log_duration()} and its callers in the server's postgres.c, fastpath.c
 * and auto_explain.c; the forms are the same from 9.6 to 18.
 */
public enum StatementKind {
  /** A simple query: the whole text a client sent, which may hold several statements. */
  STATEMENT("statement"),
  /** The Parse step of the extended protocol. */
  PARSE("parse"),
  /** The Bind step of the extended protocol. */
  BIND("bind"),
  /** The Execute step of the extended protocol. */
  EXECUTE("execute"),
  /** A further Execute of a portal that has started: the next rows of the same execution. */
  EXECUTE_FETCH("execute_fetch"),
  /** A function call by its OID, without SQL. */
  FASTPATH("fastpath"),
  /** A duration without text: log_duration, or the text was logged by log_statement before. */
  BARE("bare"),
  /** A plan of auto_explain; its time is counted by the statement's own message. */
  PLAN("plan");

  private final String word;

  StatementKind(String word) {
    this.word = word;
  }

  /**
   * The name in reports.
   *
   * @return lower case, words joined by underscores
   */
  public String word() {
    return word;
  }

  /** Whether other messages of its session have to do with it. */
  boolean concernsSession() {
    return isExecution() || this == BARE || this == PLAN;
  }

  /**
   * Whether the time was spent executing SQL whose text is known.
   *
   * @return true for statement, execute and execute_fetch
   */
  public boolean isExecution() {
    return this == STATEMENT || this == EXECUTE || this == EXECUTE_FETCH;
  }

  /**
   * Whether one such message is one call of its statement.
   *
   * @return true for statement and execute
   */
  public boolean isCall() {
    return this == STATEMENT || this == EXECUTE;
  }

  /**
   * Whether the message carries SQL.
   *
   * @return true for statement, parse, bind, execute and execute_fetch
   */
  public boolean hasSql() {
    return isExecution() || this == PARSE || this == BIND;
  }
}
