package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells a failure in one line; {@code -v} shows where it came from. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    Exception cause = unwrapped(failure);
    if (cause instanceof StandardOutput.ReaderGoneException) {
      return ExitCode.DONE;
    }
    LoggerFactory.getLogger(FailureHandler.class).debug("failure", failure);
    command.getErr().println("pgslowlog: " + PlainText.of(message(cause)));
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
