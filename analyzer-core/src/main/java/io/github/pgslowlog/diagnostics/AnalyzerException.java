package io.github.pgslowlog.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a source, catalog or output cannot go on. One bad entry never throws: it is counted
 * as a {@link Skip}.
 */
public class AnalyzerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what went wrong, where, and what to do.
   *
   * @param message for a person, with file, value and remedy
   */
  public AnalyzerException(String message) {
    super(message);
  }

  /**
   * Says what went wrong, where, and what to do, and keeps the cause.
   *
   * @param message for a person, with file, value and remedy
   * @param cause what the system said
   */
  public AnalyzerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
