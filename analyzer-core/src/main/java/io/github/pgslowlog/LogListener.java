package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.statement.LoggedStatement;

/** Watches an analysis, on the thread that runs it. Every method does nothing unless overridden. */
public interface LogListener {
  /**
   * A statement with its duration was read.
   *
   * @param statement the statement
   */
  default void statement(LoggedStatement statement) {}

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
   * Some more of a log was read; called a few times for each megabyte.
   *
   * @param path the log
   * @param bytes decompressed bytes of it read so far
   */
  default void progress(String path, long bytes) {}
}
