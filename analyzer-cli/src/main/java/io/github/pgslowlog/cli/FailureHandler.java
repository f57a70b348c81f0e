package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells a failure in one line; {@code -v} shows where it came from. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    LoggerFactory.getLogger(FailureHandler.class).debug("failure", failure);
    command.getErr().println("pgslowlog: " + Terminal.plain(message(failure)));
    return ExitCode.FAILURE;
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    boolean expected =
        failure instanceof AnalyzerException
            || failure instanceof IOException
            || failure instanceof UncheckedIOException;
    if (expected && message != null) {
      return message;
    }
    return "internal error: " + failure + "; run with -v and report it";
  }
}
