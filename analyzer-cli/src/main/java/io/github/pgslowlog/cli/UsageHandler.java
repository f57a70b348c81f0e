package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.PlainText;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Tells a wrong command line in one line, and where the right ones are described. */
final class UsageHandler implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("pgslowlog: " + PlainText.of(String.valueOf(failure.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }
}
