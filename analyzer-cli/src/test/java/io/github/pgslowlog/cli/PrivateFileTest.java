package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a file goes, and what is left if that does not work. */
class PrivateFileTest {
  private @TempDir Path folder;

  @Test
  void aFileIsForItsOwnerAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("r.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    write(file);

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aLinkToAFileThatIsNotThereYetIsFollowed() throws IOException {
    Files.createDirectory(folder.resolve("inner"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("inner/second"));
    Path second = Files.createSymbolicLink(folder.resolve("inner/second"), Path.of("r.txt"));

    write(first);

    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(folder.resolve("inner/r.txt")).isRegularFile().hasContent("new");
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

    assertRefused(link, "it is a link that leads in a circle; remove it, or name a file");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aLinkToAFolderIsRefused() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path link = Files.createSymbolicLink(folder.resolve("r.txt"), inner);

    assertRefused(link, "it is a folder; name a file, or give --format for migrations");
  }

  @Test
  void aLinkIntoAFolderThatIsMissingIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("r.txt"), Path.of("missing/r.txt"));

    assertRefused(
        link, "the folder " + folder.resolve("missing") + " does not exist; make it first");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "");

    assertRefused(file.resolve("r.txt"), file + " is no folder; name a file in one");
  }

  @Test
  void aFolderOfSomebodyElseIsRefused() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(locked), "root may write anywhere");

    assertRefused(
        locked.resolve("r.txt"), "permission denied; name a file and a folder you may write to");
  }

  @Test
  void aFileThatMayBeWrittenInAFolderOfSomebodyElseIsRefused() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Path file = Files.writeString(locked.resolve("r.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(locked), "root may write anywhere");

    assertRefused(file, "permission denied; name a file and a folder you may write to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0777", "01777"})
  void anOwnFileThatMayNotBeWrittenIsReplaced(String mode) throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setAttribute(open, "unix:mode", Integer.parseInt(mode, 8));
    Path file = Files.writeString(open.resolve("r.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Assumptions.assumeFalse(Files.isWritable(file), "root may write anywhere");

    write(file);

    assertThat(file).hasContent("new");
  }

  @Test
  void aFullDeviceIsTold() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));
    Path link = Files.createSymbolicLink(folder.resolve("r.txt"), full);

    assertThatThrownBy(() -> write(link))
        .isInstanceOfSatisfying(
            IOException.class,
            failure ->
                assertThat(PrivateFile.reason(failure))
                    .isEqualTo("No space left on device; make room, or name another place"));
  }

  @Test
  void whatFailsHalfWayLeavesTheOldFileAndNoOther() throws IOException {
    Path file = Files.writeString(folder.resolve("r.txt"), "old");

    assertThatThrownBy(
            () ->
                PrivateFile.write(
                    file,
                    out -> {
                      out.write("x".repeat(100_000));
                      throw new IOException("full");
                    }))
        .hasMessage("full");

    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsDeniedIsToldInWords() {
    assertThat(PrivateFile.reason(new AccessDeniedException("/x")))
        .isEqualTo("permission denied; name a file and a folder you may write to");
  }

  /** Before the reading already. */
  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> PrivateFile.check(file))
        .isInstanceOfSatisfying(
            IOException.class,
            failure -> assertThat(PrivateFile.reason(failure)).isEqualTo(reason));
    assertThatThrownBy(() -> write(file)).isInstanceOf(IOException.class);
  }

  private static void write(Path file) throws IOException {
    PrivateFile.write(file, out -> out.write("new"));
  }
}
