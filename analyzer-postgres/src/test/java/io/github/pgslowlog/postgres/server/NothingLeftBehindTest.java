package io.github.pgslowlog.postgres.server;

import static io.github.pgslowlog.postgres.server.ForkedHost.happens;
import static io.github.pgslowlog.postgres.server.ForkedHost.isRunning;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a process ends, its server ends as well and its files are gone. */
class NothingLeftBehindTest {
  private static final Path CACHE = PrivateServerOptions.defaults().cacheFolder();

  @TempDir private Path temporary;

  @Test
  void afterKill() throws Exception {
    try (ForkedHost host = ForkedHost.start(temporary, CACHE)) {
      ProcessHandle server = host.server();
      assertThat(isRunning(server)).isTrue();

      host.kill();

      assertThat(happens(() -> !isRunning(server))).isTrue();
      assertThat(happens(() -> Files.notExists(host.folder()))).isTrue();
      assertThat(filesIn(temporary)).isEmpty();
    }
  }

  @Test
  void afterTerminate() throws Exception {
    try (ForkedHost host = ForkedHost.start(temporary, CACHE)) {
      ProcessHandle server = host.server();

      host.terminate();

      assertThat(host.exitCode()).isEqualTo(128 + 15);
      assertThat(filesIn(temporary)).isEmpty();
      assertThat(isRunning(server)).isFalse();
    }
  }

  @Test
  void theNextRunFindsWhatWasLeftWhenTheShellWasKilledToo() throws Exception {
    try (ForkedHost dead = ForkedHost.start(temporary, CACHE);
        ForkedHost living = ForkedHost.start(temporary, CACHE)) {
      ProcessHandle orphan = dead.server();
      dead.shell().destroyForcibly();
      dead.kill();
      assertThat(isRunning(orphan)).isTrue();
      assertThat(dead.folder()).exists();

      try (PrivateServer next = PrivateServer.start(in(temporary))) {
        assertThat(filesIn(temporary))
            .containsExactlyInAnyOrder(living.folder(), next.dataDirectory().getParent());
      }

      assertThat(isRunning(orphan)).isFalse();
      assertThat(isRunning(living.server())).isTrue();
      assertThat(filesIn(temporary)).containsExactly(living.folder());
    }
  }

  @Test
  void afterClose() throws Exception {
    PrivateServer server = PrivateServer.start(in(temporary));
    long number =
        Long.parseLong(Files.readAllLines(server.dataDirectory().resolve("postmaster.pid")).get(0));

    server.close();
    server.close();

    assertThat(filesIn(temporary)).isEmpty();
    assertThat(ProcessHandle.of(number).filter(ForkedHost::isRunning)).isEmpty();
  }

  @Test
  void afterCloseWhenTheShellWasKilled() throws Exception {
    try (PrivateServer server = PrivateServer.start(in(temporary))) {
      Path folder = server.dataDirectory().resolveSibling("");
      List<ProcessHandle> shells =
          ProcessHandle.current().children().filter(child -> isShellOf(child, folder)).toList();
      assertThat(shells).hasSize(1);
      shells.get(0).destroyForcibly();
    }

    assertThat(filesIn(temporary)).isEmpty();
  }

  private static boolean isShellOf(ProcessHandle process, Path folder) {
    return process
        .info()
        .arguments()
        .map(List::of)
        .filter(arguments -> arguments.contains("pgslowlog-server"))
        .filter(arguments -> arguments.contains(folder.toString()))
        .isPresent();
  }

  private static PrivateServerOptions in(Path temporary) {
    PrivateServerOptions defaults = PrivateServerOptions.defaults();
    return new PrivateServerOptions(
        temporary, defaults.cacheFolder(), defaults.startTimeout(), defaults.settings());
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    Path real = folder.toRealPath();
    try (Stream<Path> files = Files.list(real)) {
      return files.toList();
    }
  }
}
