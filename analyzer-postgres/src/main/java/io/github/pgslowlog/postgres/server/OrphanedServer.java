package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server whose supervising shell was killed as well. */
final class OrphanedServer {
  private static final long TIMEOUT_SECONDS = 5;

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
          .ifPresent(OrphanedServer::kill);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return;
    }
  }

  private static boolean serves(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
        .isPresent();
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    try {
      process.onExit().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      return;
    }
  }
}
