package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** What a run ends with that could not go on. */
final class Failure {
  private Failure() {}

  /** Tells it in one line, unless nobody reads any more; gives the exit code. */
  static int tell(Exception failure, PrintWriter err) {
    Exception cause = unwrapped(failure);
    if (cause instanceof StandardOutput.ReaderGoneException) {
      return ExitCode.DONE;
    }
    err.println("pgslowlog: " + PlainText.of(message(cause)));
    return ExitCode.FAILURE;
  }

  private static Exception unwrapped(Exception failure) {
    return failure instanceof UncheckedIOException
            && failure.getCause() instanceof IOException reason
        ? reason
        : failure;
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    boolean expected = failure instanceof AnalyzerException || failure instanceof IOException;
    if (expected && message != null) {
      return message;
    }
    return "internal error: " + failure + "; run with -v and report it";
  }
}
