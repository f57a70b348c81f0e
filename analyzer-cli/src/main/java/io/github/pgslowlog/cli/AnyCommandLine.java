package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Reads and runs every command line, {@link PlainCommandLine} some of them sooner. */
final class AnyCommandLine {
  private static final String CONFIG = "--config";
  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private AnyCommandLine() {}

  /**
   * Runs the command that is named.
   *
   * @param help receives what {@code --help} and {@code --version} print
   */
  static int execute(Streams streams, PrintWriter help, String... arguments) {
    CommandLine command = new CommandLine(new PgslowlogCommand());
    try {
      Configuration configuration = configuration(streams.surroundings(), arguments);
      addSubcommands(command, streams, configuration, arguments);
      if (!configuration.effective().isEmpty()) {
        configuration.check(ConfiguredDefaults.names(whole(streams, configuration)));
        ConfiguredDefaults.apply(command, configuration);
      }
      command.setParameterExceptionHandler(new UsageHandler(configuration));
    } catch (AnalyzerException mistake) {
      streams.err().println("pgslowlog: " + PlainText.of(String.valueOf(mistake.getMessage())));
      return ExitCode.USAGE;
    }
    command.setOut(help).setErr(streams.err());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(new FailureHandler());
    return command.execute(arguments);
  }

  /** The command with all sub-commands, as help, completion and manual show it. */
  static CommandLine whole(Streams streams, Configuration configuration) {
    CommandLine command = new CommandLine(new PgslowlogCommand());
    addSubcommands(command, streams, configuration);
    return command;
  }

  /** None for help, which tells what the program itself does. */
  private static Configuration configuration(Surroundings surroundings, String... arguments) {
    Optional<String> named = Optional.empty();
    for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
      if (HELP.contains(arguments[i])) {
        return Configuration.of(Surroundings.NONE, Optional.empty());
      }
      if (arguments[i].startsWith(CONFIG + "=")) {
        named = Optional.of(arguments[i].substring(CONFIG.length() + 1));
      } else if (arguments[i].equals(CONFIG) && i + 1 < arguments.length) {
        named = Optional.of(arguments[i + 1]);
      }
    }
    return Configuration.of(surroundings, named);
  }

  /** All of them, or the named one alone: it need not wait for the others. */
  private static void addSubcommands(
      CommandLine command, Streams streams, Configuration configuration, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Map<String, Supplier<Object>> all = commands(streams, configuration);
    Supplier<Object> named = all.get(first);
    if (named == null) {
      all.values().forEach(one -> command.addSubcommand(one.get()));
    } else {
      command.addSubcommand(named.get());
    }
  }

  private static Map<String, Supplier<Object>> commands(
      Streams streams, Configuration configuration) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("analyze", () -> new AnalyzeCommand(streams));
    all.put("explain", () -> new ExplainCommand(streams));
    all.put("report", () -> new ReportCommand(streams));
    all.put("merge", () -> new MergeCommand(streams));
    all.put("doctor", () -> new DoctorCommand(streams));
    all.put("entries", () -> new EntriesCommand(streams));
    all.put("catalog", () -> new CatalogCommand(streams));
    all.put("config", () -> new ConfigCommand(streams, configuration));
    all.put("completion", () -> new CompletionCommand(streams));
    all.put("manual", () -> new ManualCommand(streams));
    return all;
  }
}
