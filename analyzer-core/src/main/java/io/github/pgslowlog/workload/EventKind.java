package io.github.pgslowlog.workload;

import io.github.pgslowlog.statement.StatementEvent;

/** What may happen to statements besides that they take time. */
public enum EventKind {
  /** It failed. */
  ERROR("error"),
  /** It was cancelled; see {@link io.github.pgslowlog.statement.CancelReason}. */
  CANCELLED("cancelled"),
  /** It waited for a lock longer than deadlock_timeout (log_lock_waits); amount: microseconds. */
  LOCK_WAIT("lock wait"),
  /** It was given up to break a deadlock. */
  DEADLOCK("deadlock"),
  /** It wrote a temporary file (log_temp_files); amount: bytes. */
  TEMPORARY_FILE("temporary file");

  private final String word;

  EventKind(String word) {
    this.word = word;
  }

  /**
   * The kind of an event in a log.
   *
   * @param kind what a message told
   * @return the same by its name here
   */
  static EventKind of(StatementEvent.Kind kind) {
    return switch (kind) {
      case ERROR -> ERROR;
      case LOCK_WAIT -> LOCK_WAIT;
      case DEADLOCK -> DEADLOCK;
      case TEMPORARY_FILE -> TEMPORARY_FILE;
    };
  }

  /**
   * The name in reports.
   *
   * @return one or two words, lower case
   */
  public String word() {
    return word;
  }
}
