package io.github.pgslowlog.postgres.server;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why no server runs: what went wrong, where, and what to do. */
final class StartFailure {
  private StartFailure() {}

  static AnalyzerException because(String reason) {
    return because(reason, null);
  }

  static AnalyzerException because(String reason, @Nullable Throwable cause) {
    return new AnalyzerException("cannot start the private PostgreSQL server: " + reason, cause);
  }

  /** What the system says of files: its class tells more than its message, which is but a path. */
  static AnalyzerException because(String attempt, IOException failure, String remedy) {
    return because(
        attempt
            + " failed ("
            + failure.getClass().getSimpleName()
            + ": "
            + failure.getMessage()
            + "); "
            + remedy,
        failure);
  }
}
