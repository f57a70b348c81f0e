package io.github.pgslowlog.postgres.server;

import static io.github.pgslowlog.postgres.server.ForkedHost.happens;
import static io.github.pgslowlog.postgres.server.ForkedHost.isRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server runs for root by each of the ways to another user, and for users without a home. */
class OtherUsersTest {
  private static final int NOBODY = 65534;
  private static final int NAMELESS = 54321;

  @TempDir private Path temporary;

  @BeforeEach
  void needsRoot() throws IOException {
    assumeTrue(
        Files.getAttribute(temporary, "unix:uid").equals(0), "only root can be somebody else");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void ordinaryUserWithoutHome() throws Exception {
    try (ForkedHost host = startAs(NOBODY)) {
      assertThat(host.answer()).contains("started ");
      assertThat(Files.getAttribute(host.folder(), "unix:uid")).isEqualTo(NOBODY);

      host.exit();

      assertThat(host.exitCode()).isEqualTo(7);
      assertThat(host.folder()).doesNotExist();
    }
  }

  @Test
  void userWithoutName() throws Exception {
    assumeTrue(canRun("unshare", "-U", "true"), "needs user namespaces");

    try (ForkedHost host = startAs(NAMELESS)) {
      assertThat(host.answer()).contains("started ");
    }
  }

  @Test
  void rootByUserNamespace() throws Exception {
    assumeTrue(canRun("unshare", "-U", "true"), "needs user namespaces");

    try (ForkedHost host = startAsRootWithout("setpriv", "chroot")) {
      assertThat(Files.getAttribute(host.folder().resolve("data"), "unix:uid")).isEqualTo(0);
      assertThat(Files.getAttribute(procOf(host), "unix:uid")).isEqualTo(0);
    }
  }

  @Test
  void rootBySetpriv() throws Exception {
    assumeTrue(canRun("setpriv", "--reuid=1", "true"), "needs setpriv");

    try (ForkedHost host = startAsRootWithout("unshare", "chroot")) {
      assertThat(Files.getAttribute(host.folder().resolve("data"), "unix:uid")).isEqualTo(NOBODY);
      assertThat(Files.getAttribute(procOf(host), "unix:uid")).isEqualTo(NOBODY);
      ProcessHandle server = host.server();

      host.kill();

      assertThat(happens(() -> !isRunning(server) && Files.notExists(host.folder()))).isTrue();
    }
  }

  @Test
  void rootByChroot() throws Exception {
    assumeTrue(canRun("chroot", "--userspec=1:1", "--groups=", "/", "true"), "needs chroot");

    try (ForkedHost host = startAsRootWithout("unshare", "setpriv")) {
      assertThat(Files.getAttribute(host.folder().resolve("data"), "unix:uid")).isEqualTo(NOBODY);
    }
  }

  @Test
  void rootWithoutAnyWay() throws Exception {
    try (ForkedHost host = startAsRootWithout("unshare", "setpriv", "chroot")) {
      assertThat(host.answer())
          .isEqualTo(
              """
              failed cannot start the private PostgreSQL server: PostgreSQL does not run as root, \
              nor as a user without a name, and no way to another user was found:
                unshare -U -- true: unshare: not here
                setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs -- true: \
              setpriv: not here
                chroot --userspec=65534:65534 --groups= / true: chroot: not here
              Run this as an ordinary user, or allow user namespaces \
              (in a container: --user 1000, or --security-opt seccomp=unconfined)""");
      assertThat(temporary.resolve("work")).isEmptyDirectory();
    }
  }

  private ForkedHost startAs(int user) throws IOException {
    Path library = Files.createDirectory(temporary.resolve("library"));
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxr-xr-x"));
    String classPath = ForkedHost.publicClassPath(library);
    Path work = Files.createDirectory(temporary.resolve("work"));
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> wrapper =
        List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    return ForkedHost.start(
        wrapper, classPath, Map.of("HOME", "/nonexistent"), work, Path.of("/nonexistent/.cache"));
  }

  /** The programs are there but fail, as they do where a container forbids what they do. */
  private ForkedHost startAsRootWithout(String... programs) throws IOException {
    Path fakes = Files.createDirectory(temporary.resolve("fakes"));
    for (String program : programs) {
      Path fake = fakes.resolve(program);
      Files.writeString(fake, "#!/bin/sh\necho " + program + ": not here\nexit 1\n");
      Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return ForkedHost.start(
        List.of(),
        ForkedHost.classPath(),
        Map.of("PATH", fakes + ":" + System.getenv("PATH")),
        Files.createDirectory(temporary.resolve("work")),
        PrivateServerOptions.defaults().cacheFolder());
  }

  private static Path procOf(ForkedHost host) {
    return Path.of("/proc", Long.toString(host.server().pid()));
  }

  private boolean canRun(String... command) throws InterruptedException {
    return ShortCommand.refusal(temporary, List.of(command)).isEmpty();
  }
}
