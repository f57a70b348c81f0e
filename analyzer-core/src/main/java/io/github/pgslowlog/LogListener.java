package io.github.pgslowlog;

import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementEvent;
import io.github.pgslowlog.statement.StatementListener;
import java.util.List;

/**
 * Watches an analysis, on the thread that runs it. Every method does nothing unless overridden;
 * what one throws ends the analysis.
 */
public interface LogListener extends StatementListener {
  /**
   * A message of the server was read, with or without a statement in it, in the order of the log.
   *
   * @param entry the message
   */
  default void entry(LogEntry entry) {}

  /**
   * A statement with its duration was read.
   *
   * @param statement the statement
   */
  @Override
  default void statement(LoggedStatement statement) {}

  /**
   * It is known what a plan of auto_explain belongs to; some messages after the plan was read.
   *
   * @param plan the plan
   */
  @Override
  default void plan(PlannedStatement plan) {}

  /**
   * A statement was cancelled.
   *
   * @param statement the statement
   */
  @Override
  default void cancelled(CancelledStatement statement) {}

  /**
   * A statement failed, waited for a lock or wrote a temporary file.
   *
   * @param event what happened
   */
  @Override
  default void event(StatementEvent event) {}

  /**
   * Something was skipped.
   *
   * @param skip why and where
   */
  default void skip(Skip skip) {}

  /**
   * Something a person should know about the input.
   *
   * @param problem what
   */
  default void problem(Problem problem) {}

  /**
   * All logs are found and in order; called once before the first is read.
   *
   * @param logs in the order in which they are read; archives as a whole
   */
  default void logs(List<LogSource> logs) {}

  /**
   * Some more of a log was read; called a few times for each megabyte.
   *
   * @param path the log
   * @param bytes decompressed bytes of it read so far
   */
  default void progress(String path, long bytes) {}

  /**
   * What {@link LogAnalyzer#analyze} has added up so far, of all logs; called after {@link
   * #progress}.
   *
   * @param entries messages about durations
   * @param patterns those that are kept apart
   */
  default void counted(long entries, int patterns) {}

  /**
   * Whether it watches single entries and statements. If not, {@link LogAnalyzer#analyze} need not
   * make an object of each and is several times as fast.
   *
   * @return true unless overridden; if false, {@link #entry}, {@link #statement}, {@link #plan},
   *     {@link #cancelled} and {@link #event} may not be called
   */
  default boolean watchesStatements() {
    return true;
  }
}
