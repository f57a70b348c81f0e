package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A program that does not outlive this process, and whose folder does not either: a small shell is
 * its parent and waits at a pipe from this process, which breaks even on SIGKILL.
 */
final class SupervisedProgram {
  /** What a program reads that reads nothing. */
  static final Path NOTHING = Path.of("/dev/null");

  private static final String SCRIPT = script();

  private final Process shell;
  private final CountDownLatch ended = new CountDownLatch(1);

  private SupervisedProgram(Process shell) {
    this.shell = shell;
    Thread reader = new Thread(this::readToTheEnd, "pgslowlog-server-end");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program.
   *
   * @param folder the folder of this run, removed when the program is stopped
   * @param input the file that the program reads
   * @param log the file that gets what the program says
   * @param signal the signal that stops it
   * @param command the program and its arguments
   */
  static SupervisedProgram start(
      Path folder, Path input, Path log, String signal, List<String> command) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                SCRIPT,
                "pgslowlog-server",
                folder.toString(),
                input.toString(),
                log.toString(),
                signal));
    all.addAll(command);
    return new SupervisedProgram(
        ShortCommand.in(folder, all).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Without its comments, which everybody would see in the list of processes. */
  private static String script() {
    try (InputStream in = SupervisedProgram.class.getResourceAsStream("supervise.sh")) {
      if (in == null) {
        throw new IllegalStateException("supervise.sh is not beside its class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program and its children hold the other end of this pipe. */
  private void readToTheEnd() {
    try {
      shell.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Closed: nobody waits for the end any more.
    } finally {
      ended.countDown();
    }
  }

  /** Whether the program and all its children end within the time. */
  boolean endsWithin(long nanoseconds) throws InterruptedException {
    return ended.await(Math.max(0, nanoseconds), TimeUnit.NANOSECONDS);
  }

  /** Waits for a program that has ended, or is about to, and keeps the folder. */
  int exitCode() throws InterruptedException {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("keep\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The shell was killed: its own exit code tells that.
    }
    return shell.waitFor();
  }

  /** Stops the program and removes the folder. Whether that was done within the time. */
  boolean stop(long timeoutMillis) {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      // The shell was killed: what it leaves is looked after by the caller.
    }
    return waitForShell(timeoutMillis);
  }

  private boolean waitForShell(long timeoutMillis) {
    try {
      if (shell.waitFor(timeoutMillis, TimeUnit.MILLISECONDS)) {
        return shell.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shell.destroyForcibly();
    return false;
  }
}
