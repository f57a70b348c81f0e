package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs commands, in an environment that holds nothing of the user's but PATH. */
final class ShortCommand {
  private static final long TIMEOUT_SECONDS = 10;
  private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

  private ShortCommand() {}

  /** A command to be started in a folder, which is HOME as well. */
  static ProcessBuilder in(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String path = Optional.ofNullable(environment.get("PATH")).orElse(USUAL_PATH);
    environment.clear();
    environment.put("PATH", path);
    environment.put("HOME", folder.toString());
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }

  /** Runs a command that says little; tells what it says if it fails, else an empty text. */
  static String refusal(Path folder, List<String> command) throws InterruptedException {
    try {
      Process process = in(folder, command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "no end after " + TIMEOUT_SECONDS + " s";
      }
      String said =
          new String(process.getInputStream().readNBytes(1000), StandardCharsets.UTF_8).strip();
      int code = process.exitValue();
      return code == 0 ? "" : said.isEmpty() ? "exit code " + code : said;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
