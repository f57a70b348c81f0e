package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A JVM that runs {@link ServerHost}, perhaps as another user. */
final class ForkedHost implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 60;

  /** What a server or its programs would take to heart. */
  private static final Map<String, String> MISLEADING =
      Map.of(
          "PGDATA", "/nonexistent",
          "PGPORT", "1",
          "PGHOST", "nowhere.invalid",
          "PGOPTIONS", "-c no_such_setting=1",
          "PGSSLMODE", "verify-full",
          "TZ", "Nowhere/Land",
          "LC_ALL", "xx_XX.UTF-8");

  private final Process process;
  private final List<String> answer = new ArrayList<>();

  private ForkedHost(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits for its answer.
   *
   * @param wrapper what stands before java on the command line
   * @param classPath of the JVM
   * @param environment further variables
   */
  static ForkedHost start(
      List<String> wrapper,
      String classPath,
      Map<String, String> environment,
      Path temporaryFolder,
      Path cacheFolder)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            classPath,
            ServerHost.class.getName(),
            temporaryFolder.toString(),
            cacheFolder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(MISLEADING);
    builder.environment().putAll(environment);
    ForkedHost host = new ForkedHost(builder.start());
    host.readAnswer();
    return host;
  }

  static ForkedHost start(Path temporaryFolder, Path cacheFolder) throws IOException {
    return start(List.of(), classPath(), Map.of(), temporaryFolder, cacheFolder);
  }

  /** Surefire starts a JVM with a jar that but names the others. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The class path again, where every user of the machine can read it. */
  static String publicClassPath(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath().split(":", -1)) {
      Path source = Path.of(entry);
      if (!entry.isEmpty() && Files.exists(source)) {
        Path target = folder.resolve(entries.size() + "-" + source.getFileName());
        FolderCopy.copy(source, target);
        entries.add(target.toString());
      }
    }
    return String.join(":", entries);
  }

  private void readAnswer() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (line != null && !line.startsWith("started ") && !line.startsWith("failed ")) {
      answer.add(line);
      line = reader.readLine();
    }
    answer.add(String.valueOf(line));
    while (reader.ready()) {
      answer.add(reader.readLine());
    }
  }

  String answer() {
    return answer.stream().collect(Collectors.joining("\n"));
  }

  Path folder() {
    return Path.of(started()[1]);
  }

  ProcessHandle server() {
    return ProcessHandle.of(Long.parseLong(started()[2])).orElseThrow();
  }

  private String[] started() {
    String last = answer.get(answer.size() - 1);
    assertThat(last).as(answer()).startsWith("started ");
    return last.split(" ", -1);
  }

  /** The shell between the JVM and the server. */
  ProcessHandle shell() {
    return process.children().findFirst().orElseThrow();
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** Has it call System.exit. */
  void exit() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** A process that has ended stays, without arguments, until its parent has looked at it. */
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().arguments().isPresent();
  }

  /** Waits for something that is to happen soon; tells whether it did. */
  static boolean happens(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return true;
  }

  /** Kills it and waits until its server is gone. */
  @Override
  public void close() {
    try {
      kill();
      if (isStarted()) {
        assertThat(happens(() -> Files.notExists(folder()))).isTrue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean isStarted() {
    return answer.get(answer.size() - 1).startsWith("started ");
  }
}
