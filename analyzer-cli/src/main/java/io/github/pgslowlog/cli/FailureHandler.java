package io.github.pgslowlog.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells a failure in one line; {@code -v} shows where it came from. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    LoggerFactory.getLogger(FailureHandler.class).debug("failure", failure);
    return Failure.tell(failure, command.getErr());
  }
}
