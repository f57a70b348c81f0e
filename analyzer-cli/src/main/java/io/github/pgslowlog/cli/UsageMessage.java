package io.github.pgslowlog.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
final class UsageMessage {
  private final CommandLine command;
  private final String name;
  private final Supplier<CommandLine> whole;

  private UsageMessage(CommandLine command, Supplier<CommandLine> whole) {
    this.command = command;
    this.name = command.getCommandSpec().qualifiedName();
    this.whole = whole;
  }

  /**
   * The message.
   *
   * @param whole gives the program with all its commands
   */
  static String of(ParameterException failure, Supplier<CommandLine> whole, String... arguments) {
    UsageMessage message = new UsageMessage(failure.getCommandLine(), whole);
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return message.unmatched(unmatched.getUnmatched());
    }
    Optional<String> known =
        failure instanceof MissingParameterException missing
            ? message.missing(missing, arguments)
            : Optional.empty();
    return known.orElse(String.valueOf(failure.getMessage()));
  }

  private Optional<String> missing(MissingParameterException failure, String... arguments) {
    Optional<String> unknown =
        Arrays.stream(arguments).filter(this::isUnknownOption).findFirst().map(this::noOption);
    boolean positional = failure.getMissing().stream().allMatch(ArgSpec::isPositional);
    return positional && command.getCommand() instanceof ExplainCommand explain
        ? unknown.or(explain::missingPattern)
        : unknown;
  }

  /** With one, a log that is missing is the smaller trouble. */
  private boolean isUnknownOption(String argument) {
    return argument.startsWith("--")
        && argument.length() > 2
        && !command.getCommandSpec().optionsMap().containsKey(option(argument));
  }

  private String unmatched(List<String> arguments) {
    Optional<String> option =
        arguments.stream().filter(a -> a.startsWith("-") && a.length() > 1).findFirst();
    if (option.isPresent()) {
      return noOption(option.get());
    }
    String first = arguments.get(0);
    if (command.getSubcommands().isEmpty()) {
      return "'" + first + "' is one argument too many for '" + name + "'";
    }
    return "'"
        + name
        + "' has no command '"
        + first
        + "'"
        + Similar.to(first, command.getSubcommands().keySet())
            .map(meant -> "; is '" + meant + "' meant?")
            .orElse(isProgram() ? "; to read a log: pgslowlog analyze " + first : "");
  }

  private boolean isProgram() {
    return command.getParent() == null;
  }

  // --- options

  private String noOption(String argument) {
    String option = option(argument);
    return "'"
        + name
        + "' has no option "
        + option
        + elsewhere(option).or(() -> meant(option)).orElse("");
  }

  private static String option(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  private Optional<String> elsewhere(String option) {
    List<CommandLine> owners =
        whole.get().getSubcommands().values().stream()
            .filter(other -> other.getCommandSpec().optionsMap().containsKey(option))
            .toList();
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "; it belongs to "
                + owners.stream()
                    .map(owner -> "'" + owner.getCommandSpec().qualifiedName() + "'")
                    .collect(Collectors.joining(", ")));
  }

  /** Words alone: all short options are alike. */
  private Optional<String> meant(String option) {
    List<String> words =
        command.getCommandSpec().optionsMap().keySet().stream()
            .filter(other -> other.startsWith("--"))
            .toList();
    return option.length() < 3
        ? Optional.empty()
        : Similar.to(option, words).map(other -> "; is '" + other + "' meant?");
  }
}
