package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running server and its port. */
final class ServerProcess {
  /** A port may be taken by others between the moment it was found free and the server's start. */
  private static final int PORTS = 10;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

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
    for (int attempt = 1; ; attempt++) {
      int port = ports.next();
      ServerLog log = new ServerLog(folder.resolve("server-" + attempt + ".log"));
      Path data = folder.resolve("data");
      SupervisedProgram program =
          SupervisedProgram.start(
              folder,
              log.file(),
              "QUIT",
              account.command(
                  List.of(
                      programs.resolve("bin/postgres").toString(),
                      "-D",
                      data.toString(),
                      "-p",
                      Integer.toString(port))));
      while (!program.endsWithin(POLL_NANOS)) {
        if (isReady(data)) {
          return new ServerProcess(program, port);
        }
        if (deadline.isOver()) {
          program.stop(1000);
          throw StartFailure.because("it was not ready within " + deadline + log.lastLines());
        }
      }
      int code = program.exitCode();
      if (attempt == PORTS || !log.says("could not create any TCP/IP sockets")) {
        throw StartFailure.because(
            "it ended with exit code " + code + " in " + folder + log.lastLines());
      }
    }
  }

  /** A port of this machine that nobody listens on at the moment. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  /** The server writes this itself once it accepts connections, and it holds the port by then. */
  private static boolean isReady(Path data) throws IOException {
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
