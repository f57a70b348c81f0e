package io.github.pgslowlog.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Entry of the command. */
public final class Main {
  private Main() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String... arguments) {
    Verbosity.prepare(arguments);
    // System.out would swallow failures.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.exit(run(System.in, out, System.err, arguments));
  }

  /**
   * Runs the command.
   *
   * @param in standard input
   * @param out receives results, in UTF-8
   * @param err receives everything else, in UTF-8
   * @param arguments the command line
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
    StandardOutput standardOutput = new StandardOutput(out);
    Writer results =
        new BufferedWriter(new OutputStreamWriter(standardOutput, StandardCharsets.UTF_8));
    PrintWriter help = new PrintWriter(results);
    PrintWriter errWriter =
        new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    Streams streams = new Streams(in, results, errWriter);
    CommandLine command = new CommandLine(new PgslowlogCommand());
    addSubcommands(command, streams, arguments);
    command.setOut(help).setErr(errWriter);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(new UsageHandler());
    command.setExecutionExceptionHandler(new FailureHandler());
    int code = execute(command, arguments);
    help.flush();
    if (standardOutput.failed() && code != ExitCode.FAILURE) {
      errWriter.println("pgslowlog: standard output cannot be written");
      code = ExitCode.FAILURE;
    }
    errWriter.flush();
    return code;
  }

  /** All of them, or the named one alone: it need not wait for the others. */
  private static void addSubcommands(CommandLine command, Streams streams, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    switch (first) {
      case "analyze" -> command.addSubcommand(new AnalyzeCommand(streams));
      case "entries" -> command.addSubcommand(new EntriesCommand(streams));
      case "doctor" -> command.addSubcommand(new DoctorCommand(streams));
      default -> {
        command.addSubcommand(new AnalyzeCommand(streams));
        command.addSubcommand(new EntriesCommand(streams));
        command.addSubcommand(new DoctorCommand(streams));
      }
    }
  }

  private static int execute(CommandLine command, String... arguments) {
    try {
      return command.execute(arguments);
    } catch (OutOfMemoryError exhausted) {
      command
          .getErr()
          .println(
              "pgslowlog: out of memory; read fewer logs at once, or give Java more, for example:"
                  + " JAVA_TOOL_OPTIONS=-Xmx8g");
      return ExitCode.FAILURE;
    }
  }
}
