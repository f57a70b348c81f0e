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
import java.util.Optional;
import java.util.concurrent.Callable;

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
    System.exit(run(Surroundings.ofProcess(), System.in, out, System.err, arguments));
  }

  /**
   * Runs the command. It heeds no environment variable and no configuration file.
   *
   * @param in standard input
   * @param out receives results, in UTF-8
   * @param err receives everything else, in UTF-8
   * @param arguments the command line
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
    return run(Surroundings.NONE, in, out, err, arguments);
  }

  static int run(
      Surroundings surroundings,
      InputStream in,
      OutputStream out,
      OutputStream err,
      String... arguments) {
    StandardOutput standardOutput = new StandardOutput(out);
    Writer results =
        new BufferedWriter(new OutputStreamWriter(standardOutput, StandardCharsets.UTF_8));
    PrintWriter help = new PrintWriter(results);
    PrintWriter errWriter =
        new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    Streams streams = new Streams(in, results, errWriter, surroundings);
    int code = execute(streams, help, arguments);
    help.flush();
    if (standardOutput.failed() && code != ExitCode.FAILURE) {
      errWriter.println("pgslowlog: standard output cannot be written");
      code = ExitCode.FAILURE;
    }
    errWriter.flush();
    return code;
  }

  private static int execute(Streams streams, PrintWriter help, String... arguments) {
    try {
      Optional<AnalyzeCommand> plain =
          Configuration.isNone(streams.surroundings())
              ? PlainCommandLine.read(streams, arguments)
              : Optional.empty();
      return plain.isPresent()
          ? call(plain.get(), streams.err())
          : AnyCommandLine.execute(streams, help, arguments);
    } catch (OutOfMemoryError exhausted) {
      streams
          .err()
          .println(
              "pgslowlog: out of memory; read fewer logs at once, or give Java more, for example:"
                  + " JAVA_TOOL_OPTIONS=-Xmx8g");
      return ExitCode.FAILURE;
    }
  }

  private static int call(Callable<Integer> command, PrintWriter err) {
    try {
      return command.call();
    } catch (Exception failure) {
      return Failure.tell(failure, err);
    }
  }
}
