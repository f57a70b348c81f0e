package io.github.pgslowlog.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gives the options that the command line does not name the values of the configuration. */
final class ConfiguredDefaults implements IDefaultValueProvider {
  /** Options that are for the command line alone. */
  private static final Set<String> NEVER = Set.of("help", "version", "config", "origin");

  private final Configuration configuration;

  private ConfiguredDefaults(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Lets a command and its sub-commands have the values. */
  static void apply(CommandLine command, Configuration configuration) {
    command.setDefaultValueProvider(new ConfiguredDefaults(configuration));
    command.setExecutionStrategy(
        parsed -> {
          parsed.asCommandLineList().forEach(line -> repeat(line.getParseResult(), configuration));
          return new CommandLine.RunLast().execute(parsed);
        });
  }

  /** A repeatable option, a list of words, has several values; the library's default is one. */
  private static void repeat(ParseResult parsed, Configuration configuration) {
    for (OptionSpec option : parsed.commandSpec().options()) {
      List<String> values = values(option, configuration);
      if (option.isMultiValue() && !values.isEmpty() && !parsed.hasMatchedOption(option)) {
        option.setValue(values);
      }
    }
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.isMultiValue() || isOfManual(option)) {
      return null;
    }
    List<String> values = values(option, configuration);
    // The library would put variables in place.
    return values.isEmpty() ? null : values.get(values.size() - 1).replace("${", "$${");
  }

  /** Its --output is a folder for pages, no report. */
  private static boolean isOfManual(OptionSpec option) {
    return option.command() != null && option.command().name().equals("manual");
  }

  private static List<String> values(OptionSpec option, Configuration configuration) {
    List<String> values = new ArrayList<>();
    for (String name : longNames(option)) {
      configuration.of(name).forEach(value -> values.add(value.value()));
    }
    return values;
  }

  /** Names of all options that may be configured, of a command and its sub-commands. */
  static Set<String> names(CommandLine command) {
    Set<String> names = new TreeSet<>();
    command.getCommandSpec().options().forEach(option -> names.addAll(longNames(option)));
    command.getSubcommands().values().forEach(sub -> names.addAll(names(sub)));
    return names;
  }

  private static Set<String> longNames(OptionSpec option) {
    return Arrays.stream(option.names())
        .filter(name -> name.startsWith("--"))
        .map(name -> name.substring(2))
        .filter(name -> !NEVER.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
