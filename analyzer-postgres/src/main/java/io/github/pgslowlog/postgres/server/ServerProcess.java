package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running server and its port. */
final class ServerProcess {
  /** A port may be taken by others between the moment it was found free and the server's start. */
  private static final int PORTS = 10;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private static final long STOP_MILLIS = 10_000;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Line of postmaster.pid, from 0, that tells how far the server is. */
  private static final int STATUS_LINE = 7;

  /** Where ports come from. */
  interface PortSource {
    /** The next port to try. */
    int next() throws IOException;
  }

  private final SupervisedProgram program;
  private final int port;

  private ServerProcess(SupervisedProgram program, int port) {
    this.program = program;
    this.port = port;
  }

  static ServerProcess start(
      Path folder, Path programs, Account account, PortSource ports, Deadline deadline)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    for (int attempt = 1; ; attempt++) {
      int port = ports.next();
      ServerLog log = new ServerLog(folder.resolve("server-" + attempt + ".log"));
      SupervisedProgram program =
          SupervisedProgram.start(
              folder,
              SupervisedProgram.NOTHING,
              log.file(),
              "QUIT",
              account.command(server(programs, data, port)));
      try {
        if (isReady(program, data, deadline)) {
          return new ServerProcess(program, port);
        }
        int code = program.exitCode();
        if (attempt == PORTS || !log.says("could not create any TCP/IP sockets")) {
          throw StartFailure.because(
              "it ended with exit code " + code + " in " + folder + log.lastLines());
        }
      } catch (TimeoutException e) {
        String lastLines = log.lastLines();
        program.stop(STOP_MILLIS);
        throw StartFailure.because("it was not ready within " + deadline + lastLines);
      } catch (IOException | InterruptedException | RuntimeException e) {
        program.stop(STOP_MILLIS);
        throw e;
      }
    }
  }

  private static List<String> server(Path programs, Path data, int port) {
    return List.of(
        programs.resolve("bin/postgres").toString(),
        "-D",
        data.toString(),
        "-p",
        Integer.toString(port));
  }

  /** Waits until the server is ready, or has ended by itself, which it does if a port is taken. */
  private static boolean isReady(SupervisedProgram program, Path data, Deadline deadline)
      throws IOException, InterruptedException, TimeoutException {
    while (!program.endsWithin(POLL_NANOS)) {
      if (saysReady(data)) {
        return true;
      }
      if (deadline.isOver()) {
        throw new TimeoutException();
      }
    }
    return false;
  }

  /** A port of this machine that nobody listens on at the moment. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  /** The server writes this itself once it accepts connections, and it holds the port by then. */
  private static boolean saysReady(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  boolean stop(long timeoutMillis) {
    return program.stop(timeoutMillis);
  }
}
