package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Reads and runs every command line, {@link PlainCommandLine} some of them sooner. */
final class AnyCommandLine {
  private static final String CONFIG = "--config";
  private static final String HELP_WORD = "help";
  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private AnyCommandLine() {}

  /**
   * Runs the command that is named.
   *
   * @param help receives what {@code --help} and {@code --version} print
   */
  static int execute(Streams streams, PrintWriter help, String... given) {
    String[] arguments = withHelpOption(streams, given);
    CommandLine command = new CommandLine(new PgslowlogCommand());
    try {
      Configuration configuration = configuration(streams.surroundings(), arguments);
      addSubcommands(command, streams, configuration, arguments);
      if (!configuration.effective().isEmpty()) {
        configuration.check(ConfiguredDefaults.names(whole(streams, configuration)));
        ConfiguredDefaults.apply(command, configuration);
      }
      command.setParameterExceptionHandler(
          new UsageHandler(configuration, () -> whole(streams, configuration)));
    } catch (AnalyzerException mistake) {
      streams.err().println("pgslowlog: " + PlainText.of(String.valueOf(mistake.getMessage())));
      return ExitCode.USAGE;
    }
    command.setOut(help).setErr(streams.err());
    Numbers.register(command);
    OptionHelp.register(command);
    command.setExecutionExceptionHandler(new FailureHandler());
    return command.execute(arguments);
  }

  /** {@code help report} stands for {@code report --help}; what is no command stays a mistake. */
  private static String[] withHelpOption(Streams streams, String... given) {
    List<String> arguments = new ArrayList<>(List.of(given));
    while (!arguments.isEmpty() && arguments.get(0).equals(HELP_WORD)) {
      arguments.remove(0);
    }
    boolean asks = arguments.size() < given.length;
    if (asks && (arguments.isEmpty() || isCommand(streams, arguments.get(0)))) {
      arguments.add("--help");
    }
    return arguments.toArray(String[]::new);
  }

  private static boolean isCommand(Streams streams, String name) {
    return commands(streams, Configuration.of(Surroundings.NONE, Optional.empty()))
        .containsKey(name);
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

  /**
   * All of them, or the named one alone: it need not wait for the others. Where their names and
   * purposes are asked for, no more than these is read of them.
   */
  private static void addSubcommands(
      CommandLine command, Streams streams, Configuration configuration, String... arguments) {
    Map<String, Subcommand> all = commands(streams, configuration);
    Subcommand named = arguments.length == 0 ? null : all.get(arguments[0]);
    if (named != null) {
      command.addSubcommand(named.make().get());
    } else if (arguments.length == 1 && HELP.contains(arguments[0])) {
      all.forEach((name, sub) -> command.addSubcommand(name, sub.outline()));
    } else {
      all.values().forEach(sub -> command.addSubcommand(sub.make().get()));
    }
  }

  /**
   * A sub-command.
   *
   * @param type its class, with its description
   * @param make makes it
   */
  private record Subcommand(Class<?> type, Supplier<Object> make) {
    /** Name and purpose alone. */
    CommandSpec outline() {
      CommandSpec spec = CommandSpec.create();
      spec.usageMessage().description(type.getAnnotation(Command.class).description());
      return spec;
    }
  }

  private static Map<String, Subcommand> commands(Streams streams, Configuration configuration) {
    Map<String, Subcommand> all = new LinkedHashMap<>();
    ReadFiles configured = ReadFiles.of(configuration);
    all.put(
        "analyze",
        new Subcommand(AnalyzeCommand.class, () -> new AnalyzeCommand(streams, configured)));
    all.put("explain", new Subcommand(ExplainCommand.class, () -> new ExplainCommand(streams)));
    all.put(
        "report",
        new Subcommand(ReportCommand.class, () -> new ReportCommand(streams, configured)));
    all.put(
        "merge", new Subcommand(MergeCommand.class, () -> new MergeCommand(streams, configured)));
    all.put("doctor", new Subcommand(DoctorCommand.class, () -> new DoctorCommand(streams)));
    all.put("entries", new Subcommand(EntriesCommand.class, () -> new EntriesCommand(streams)));
    all.put("catalog", new Subcommand(CatalogCommand.class, () -> new CatalogCommand(streams)));
    all.put(
        "config",
        new Subcommand(ConfigCommand.class, () -> new ConfigCommand(streams, configuration)));
    all.put(
        "completion",
        new Subcommand(CompletionCommand.class, () -> new CompletionCommand(streams)));
    all.put("manual", new Subcommand(ManualCommand.class, () -> new ManualCommand(streams)));
    return all;
  }
}
