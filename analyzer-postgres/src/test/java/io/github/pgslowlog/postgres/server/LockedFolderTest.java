package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFolderTest {
  @TempDir private Path parent;

  @Test
  void belongsToItsOwnerAlone() throws IOException {
    try (LockedFolder folder = LockedFolder.create(parent, "run-")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
          .isEqualTo("rwx------");
      assertThat(folder.path().getFileName().toString()).matches("run-\\d+");
      assertThat(folder.user()).isEqualTo(Files.getOwner(parent));
    }

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void foldersWhoseLockNobodyHoldsAreRemoved() throws IOException {
    Path leftover = leftover("run-1");
    Path halfRemoved = Files.createDirectory(parent.resolve("run-2"));
    Path ofAnotherKind = leftover("other-1");
    Path file = Files.writeString(parent.resolve("run-file"), "");
    Path link = Files.createSymbolicLink(parent.resolve("run-link"), ofAnotherKind);
    List<Path> expected = List.of(leftover.toRealPath(), halfRemoved.toRealPath());
    List<Path> told = new ArrayList<>();

    try (LockedFolder folder = LockedFolder.create(parent, "run-");
        LockedFolder second = LockedFolder.create(parent, "run-")) {
      folder.removeLeftovers(told::add);

      assertThat(folder.path()).isDirectoryContaining("glob:**/lock");
      assertThat(second.path()).isDirectoryContaining("glob:**/lock");
    }

    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(leftover).doesNotExist();
    assertThat(halfRemoved).doesNotExist();
    assertThat(ofAnotherKind).exists();
    assertThat(file).exists();
    assertThat(link).isSymbolicLink();
  }

  @Test
  void linksInAFolderAreNotFollowed() throws IOException {
    Path kept = Files.createDirectory(parent.resolve("kept"));
    Path file = Files.writeString(kept.resolve("file"), "x");
    Files.createSymbolicLink(leftover("run-1").resolve("link"), kept);

    try (LockedFolder folder = LockedFolder.create(parent, "run-")) {
      folder.removeLeftovers(leftover -> {});
    }

    assertThat(file).exists();
    assertThat(parent).isDirectoryNotContaining("glob:**/run-*");
  }

  @Test
  void foldersOfOthersAreLeftAlone() throws IOException {
    Path foreign = leftover("run-1");
    assumeTrue(Files.getAttribute(foreign, "unix:uid").equals(0), "only root can give files away");
    Files.setAttribute(foreign, "unix:uid", 54321);

    try (LockedFolder folder = LockedFolder.create(parent, "run-")) {
      folder.removeLeftovers(leftover -> {});
    }

    assertThat(foreign).exists();
  }

  /** Another class of this JVM, or another one, is at work in it. */
  @Test
  void lockedFoldersAreLeftAlone() throws IOException {
    Path living = leftover("run-1");
    try (FileChannel channel = FileChannel.open(living.resolve("lock"), StandardOpenOption.WRITE)) {
      assertThat(channel.tryLock()).isNotNull();

      try (LockedFolder folder = LockedFolder.create(parent, "run-")) {
        folder.removeLeftovers(leftover -> {});
      }

      assertThat(living).exists();
    }
  }

  private Path leftover(String name) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Files.writeString(folder.resolve("lock"), "");
    Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("file"), "x");
    return folder;
  }
}
