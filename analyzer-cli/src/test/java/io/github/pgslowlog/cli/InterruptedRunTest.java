package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C, as the command gets it: in a process of its own, which reads a pipe without end. Only
 * where {@code env} can give a process the signal back that a background job has to ignore.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class InterruptedRunTest {
  private static final Path ENV = Path.of("/usr/bin/env");

  /** What is read before the signal; the format is looked for in less. */
  private static final String LOG = Logs.TWO_SELECTS.repeat(3000);

  /** Makes a report of some hundred KB. */
  private static final String MANY = "orders_of_the_year_".repeat(3);

  private @TempDir Path folder;

  /** The writer gives nothing more, and does not close the pipe either. */
  @Test
  void theFirstOneEndsTheReadingAndTheReportTellsIt() throws Exception {
    Path out = folder.resolve("out.txt");
    Process process = start(Redirect.to(out.toFile()));
    OutputStream log = process.getOutputStream();
    try (BufferedReader err = reader(process)) {
      interruptOnce(process, log, err);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(Files.readString(out))
          .startsWith("pgslowlog report (partial)\n")
          .contains("! partial: interrupted after ", "SELECT * FROM orders");
    } finally {
      process.destroyForcibly();
    }
  }

  /** A terminal interrupts the writer of a pipeline as well, within a line. */
  @Test
  void aPipelineThatIsInterruptedAsAWholeIsPartial() throws Exception {
    Path out = folder.resolve("out.txt");
    Process process = start(Redirect.to(out.toFile()));
    OutputStream log = process.getOutputStream();
    try (BufferedReader err = reader(process)) {
      log.write(LOG.getBytes(UTF_8));
      log.write(Logs.TWO_SELECTS.substring(0, 90).getBytes(UTF_8));
      log.flush();
      await(err, Interruption.READY);
      interrupt(process);
      log.close();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(Files.readString(out)).startsWith("pgslowlog report (partial)\n");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Nobody reads the report, which is longer than a pipe holds: it would wait for ever. */
  @Test
  void theSecondOneEndsItAtOnce() throws Exception {
    Process process = start(Redirect.PIPE, "--top", "1000");
    OutputStream log = process.getOutputStream();
    try (BufferedReader err = reader(process)) {
      for (int i = 0; i < 1000; i++) {
        log.write(Logs.TWO_SELECTS.replace("orders", MANY + i).getBytes(UTF_8));
      }
      interruptOnce(process, log, err);
      interrupt(process);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    } finally {
      process.destroyForcibly();
    }
  }

  /** While it waits for more of the log. */
  private static void interruptOnce(Process process, OutputStream log, BufferedReader err)
      throws Exception {
    log.write(LOG.getBytes(UTF_8));
    log.flush();
    await(err, Interruption.READY);
    interrupt(process);
    await(err, "pgslowlog: interrupted; the report follows (Ctrl-C again ends at once)");
  }

  private static void await(BufferedReader err, String message) throws IOException {
    List<String> told = new ArrayList<>();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      told.add(line);
      if (line.contains(message)) {
        return;
      }
    }
    throw new AssertionError("not told: " + message + "; but " + told);
  }

  // --- a process

  private static Process start(Redirect out, String... options) throws IOException {
    assumeTrue(canDefaultSignal(), "env knows no --default-signal");
    List<String> command =
        new ArrayList<>(
            List.of(
                ENV.toString(),
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "analyze",
                "-v",
                "-"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectOutput(out).start();
  }

  private static boolean canDefaultSignal() throws IOException {
    try {
      Process process =
          new ProcessBuilder(ENV.toString(), "--default-signal=INT", "true")
              .redirectErrorStream(true)
              .start();
      return process.waitFor() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
  }

  private static void interrupt(Process process) throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }
}
