package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.PlainText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Tells a wrong command line in one line, and where the right ones are described. */
final class UsageHandler implements CommandLine.IParameterExceptionHandler {
  private final Configuration configuration;

  UsageHandler(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("pgslowlog: " + PlainText.of(String.valueOf(failure.getMessage())));
    origins(String.valueOf(failure.getMessage()), arguments)
        .forEach(origin -> err.println("pgslowlog: " + PlainText.of(origin)));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** Where options of the message stand that are not on the command line. */
  private List<String> origins(String message, String... arguments) {
    return configuration.effective().stream()
        .filter(value -> message.matches("(?s).*--" + Pattern.quote(value.name()) + "\\b(?!-).*"))
        .filter(value -> Arrays.stream(arguments).noneMatch(a -> names(a, value.name())))
        .map(value -> "--" + value.name() + " is set by " + value.origin())
        .toList();
  }

  private static boolean names(String argument, String option) {
    return argument.equals("--" + option) || argument.startsWith("--" + option + "=");
  }
}
