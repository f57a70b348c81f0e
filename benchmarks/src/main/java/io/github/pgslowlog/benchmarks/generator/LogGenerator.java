package io.github.pgslowlog.benchmarks.generator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the log of a busy server: always the same one for the same options. */
public final class LogGenerator {
  private static final int SLACK = 1 << 16;

  private final GeneratorOptions options;
  private final Log log;
  private final Server server;
  private final Executions executions;
  private final Errors errors;
  private final Noise noise;
  private final long[] bytes = new long[Kind.values().length];

  private LogGenerator(GeneratorOptions options, OutputStream target) {
    this.options = options;
    log = new Log(options.format().writer(), target);
    server = new Server(options.seed(), options.patterns(), log);
    executions = new Executions(server);
    errors = new Errors(server, executions);
    noise = new Noise(server, executions);
  }

  /**
   * Writes a log to a file or to standard output.
   *
   * @param arguments see {@link GeneratorOptions}; wrong ones end with status 2, and 1 is the
   *     status when the log cannot be written
   */
  public static void main(String... arguments) {
    GeneratorOptions options;
    try {
      options = GeneratorOptions.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(GeneratorOptions.USAGE);
      System.exit(2);
      return;
    }
    try (OutputStream target = open(options.file())) {
      write(options, target);
    } catch (IOException e) {
      System.err.println("LogGenerator: " + options.file() + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private static OutputStream open(String file) throws IOException {
    return file.equals("-") ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(file);
  }

  /**
   * Writes a log.
   *
   * @param options what to write
   * @param target gets the log in pieces of about 1 MB; stays open
   * @throws IOException if the target fails
   */
  public static void write(GeneratorOptions options, OutputStream target) throws IOException {
    new LogGenerator(options, target).run();
  }

  private void run() throws IOException {
    while (log.bytes() < options.bytes()) {
      Kind kind = next();
      long before = log.bytes();
      log(kind);
      bytes[kind.ordinal()] += log.bytes() - before;
    }
    log.flush();
  }

  /** Draws a kind; one that has had more than its share of the bytes waits. */
  private Kind next() {
    while (true) {
      Kind kind = server.random.of(Kind.values());
      if (bytes[kind.ordinal()] * 100 <= kind.bytes * (log.bytes() + SLACK)) {
        return kind;
      }
    }
  }

  private void log(Kind kind) throws IOException {
    switch (kind) {
      case ERROR -> errors.log();
      case NOISE -> noise.log();
      default -> executions.log(kind);
    }
  }
}
