package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.PlainText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Tells a wrong command line in one line, and where the right ones are described. */
final class UsageHandler implements CommandLine.IParameterExceptionHandler {
  private final Configuration configuration;
  private final Supplier<CommandLine> whole;

  /**
   * Tells what is wrong.
   *
   * @param configuration where options come from that are not on the command line
   * @param whole gives the program with all its commands
   */
  UsageHandler(Configuration configuration, Supplier<CommandLine> whole) {
    this.configuration = configuration;
    this.whole = whole;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    String message = UsageMessage.of(failure, whole, arguments);
    err.println("pgslowlog: " + PlainText.of(message));
    origins(command.getCommandSpec(), message, arguments)
        .forEach(origin -> err.println("pgslowlog: " + PlainText.of(origin)));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** Where options of the message stand that are not on the command line. */
  private List<String> origins(CommandSpec command, String message, String... arguments) {
    return configuration.effective().stream()
        .filter(value -> message.matches("(?s).*--" + Pattern.quote(value.name()) + "\\b(?!-).*"))
        .filter(value -> !isGiven(command.findOption("--" + value.name()), arguments))
        .map(value -> "--" + value.name() + " is set by " + value.origin())
        .toList();
  }

  private static boolean isGiven(@Nullable OptionSpec option, String... arguments) {
    return option != null
        && Arrays.stream(option.names())
            .anyMatch(name -> Arrays.stream(arguments).anyMatch(a -> names(a, name)));
  }

  /** A value may stand behind a short name at once. */
  private static boolean names(String argument, String option) {
    return argument.equals(option)
        || argument.startsWith(option.startsWith("--") ? option + "=" : option);
  }
}
