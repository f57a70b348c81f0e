package io.github.pgslowlog.cli;

import java.io.PrintWriter;
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
    switch (first) {
      case "analyze" -> command.addSubcommand(new AnalyzeCommand(streams));
      case "entries" -> command.addSubcommand(new EntriesCommand(streams));
      case "catalog" -> command.addSubcommand(new CatalogCommand(streams));
      case "doctor" -> command.addSubcommand(new DoctorCommand(streams));
      default -> {
        command.addSubcommand(new AnalyzeCommand(streams));
        command.addSubcommand(new EntriesCommand(streams));
        command.addSubcommand(new CatalogCommand(streams));
        command.addSubcommand(new DoctorCommand(streams));
      }
    }
  }
}
