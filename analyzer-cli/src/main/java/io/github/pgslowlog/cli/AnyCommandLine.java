package io.github.pgslowlog.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Reads and runs every command line, {@link PlainCommandLine} some of them sooner. */
final class AnyCommandLine {
  private AnyCommandLine() {}

  /**
   * Runs the command that is named.
   *
   * @param help receives what {@code --help} and {@code --version} print
   */
  static int execute(Streams streams, PrintWriter help, String... arguments) {
    CommandLine command = new CommandLine(new PgslowlogCommand());
    addSubcommands(command, streams, arguments);
    command.setOut(help).setErr(streams.err());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(new UsageHandler());
    command.setExecutionExceptionHandler(new FailureHandler());
    return command.execute(arguments);
  }

  /** All of them, or the named one alone: it need not wait for the others. */
  private static void addSubcommands(CommandLine command, Streams streams, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Map<String, Supplier<Object>> all = commands(streams);
    Supplier<Object> named = all.get(first);
    if (named == null) {
      all.values().forEach(one -> command.addSubcommand(one.get()));
    } else {
      command.addSubcommand(named.get());
    }
  }

  private static Map<String, Supplier<Object>> commands(Streams streams) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("analyze", () -> new AnalyzeCommand(streams));
    all.put("explain", () -> new ExplainCommand(streams));
    all.put("report", () -> new ReportCommand(streams));
    all.put("merge", () -> new MergeCommand(streams));
    all.put("doctor", () -> new DoctorCommand(streams));
    all.put("entries", () -> new EntriesCommand(streams));
    all.put("catalog", () -> new CatalogCommand(streams));
    return all;
  }
}
