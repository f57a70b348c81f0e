package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server whose supervising shell was killed as well. */
final class OrphanedServer {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private OrphanedServer() {}

  /**
   * Ends the server of a folder, if there is still one; its children end by themselves. A process
   * is taken for it only if the folder is among its arguments, as numbers of processes are used
   * again.
   */
  static void kill(Path folder) {
    Path data = folder.resolve("data");
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(process -> serves(process, data))
          .ifPresent(process -> kill(process, data));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return;
    }
  }

  /** Not of one that has ended and is only waited for: that has no arguments any more. */
  private static boolean serves(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
        .isPresent();
  }

  private static void kill(ProcessHandle process, Path data) {
    process.destroyForcibly();
    Deadline deadline = new Deadline(TIMEOUT);
    try {
      while (serves(process, data) && !deadline.isOver()) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
