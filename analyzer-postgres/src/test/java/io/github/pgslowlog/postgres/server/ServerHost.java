package io.github.pgslowlog.postgres.server;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A process that starts a server and does not close it: it tells the folder and the server's
 * process, and exits once it is written to.
 */
final class ServerHost {
  private ServerHost() {}

  /** Arguments: temporary folder, cache folder. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Path data =
          PrivateServer.start(
                  new PrivateServerOptions(
                      Path.of(arguments[0]),
                      Path.of(arguments[1]),
                      Duration.ofSeconds(60),
                      Map.of()))
              .dataDirectory();
      String server = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
      out.println("started " + data.getParent() + " " + server);
    } catch (AnalyzerException e) {
      out.println("failed " + e.getMessage());
    }
    if (System.in.read() >= 0) {
      System.exit(7);
    }
  }
}
