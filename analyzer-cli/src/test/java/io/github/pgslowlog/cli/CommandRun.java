package io.github.pgslowlog.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One run of the command in this process.
 *
 * @param code the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... arguments) {
    return reading(new byte[0], arguments);
  }

  static CommandRun reading(byte[] standardInput, String... arguments) {
    return of(Surroundings.NONE, standardInput, arguments);
  }

  /** With an environment, or on a terminal. */
  static CommandRun in(Surroundings surroundings, String... arguments) {
    return of(surroundings, new byte[0], arguments);
  }

  private static CommandRun of(
      Surroundings surroundings, byte[] standardInput, String... arguments) {
    InputStream in = new ByteArrayInputStream(standardInput);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(surroundings, in, out, err, arguments);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
