package io.github.pgslowlog.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
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
    System.exit(run(System.in, System.out, System.err, arguments));
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
  public static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) {
    PrintWriter outWriter = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    PrintWriter errWriter =
        new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    Streams streams = new Streams(in, outWriter, errWriter);
    CommandLine command = new CommandLine(new PgslowlogCommand());
    command.addSubcommand(new AnalyzeCommand(streams));
    command.addSubcommand(new EntriesCommand(streams));
    command.setOut(outWriter).setErr(errWriter);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(new FailureHandler());
    int code = command.execute(arguments);
    outWriter.flush();
    errWriter.flush();
    return code;
  }
}
