package io.github.pgslowlog.statement;

/** Takes what a {@link SessionTracker} finds. Every method does nothing unless overridden. */
public interface StatementListener {
  /**
   * A statement with its duration was read; in the order of the log.
   *
   * @param statement the statement
   */
  default void statement(LoggedStatement statement) {}

  /**
   * It is known what a plan belongs to; some messages after the plan was read.
   *
   * @param plan the plan
   */
  default void plan(PlannedStatement plan) {}

  /**
   * A statement was cancelled.
   *
   * @param statement the statement
   */
  default void cancelled(CancelledStatement statement) {}

  /**
   * A statement failed, waited for a lock or wrote a temporary file.
   *
   * @param event what happened; of a wait for a lock, told when it is over or nothing more is known
   */
  default void event(StatementEvent event) {}
}
