package io.github.pgslowlog.statement;

/** Why the server cancelled a statement. */
public enum CancelReason {
  /** It took longer than statement_timeout. */
  STATEMENT_TIMEOUT("statement timeout"),
  /** It waited for a lock longer than lock_timeout. */
  LOCK_TIMEOUT("lock timeout"),
  /** Its transaction took longer than transaction_timeout (since 17). */
  TRANSACTION_TIMEOUT("transaction timeout"),
  /** A client asked for it, or pg_cancel_backend(). */
  USER_REQUEST("user request"),
  /** It stood in the way of recovery on a standby. */
  RECOVERY_CONFLICT("recovery conflict"),
  /** pg_terminate_backend(), or the server was stopped. */
  ADMINISTRATOR("administrator command"),
  /** SQLSTATE says that it was cancelled; the wording of the reason is not known. */
  UNKNOWN("unknown");

  private final String word;

  CancelReason(String word) {
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
