package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCacheTest {
  @TempDir private Path temporary;

  private ProgramArchive archive;
  private FolderCache cache;

  @BeforeEach
  void makeCache() throws Exception {
    archive =
        TestArchive.write(
            temporary,
            TestArchive.folder("bin/"),
            TestArchive.file("bin/initdb", "one", 0755),
            TestArchive.file("bin/postgres", "two".repeat(100_000), 0755));
    cache = new FolderCache(temporary.resolve("new/cache"), Files.getOwner(temporary));
  }

  @Test
  void programsAreUnpackedOnceAndAgainWhenOneIsMissing() throws Exception {
    Path programs = folder().orElseThrow();

    assertThat(programs.getFileName()).hasToString("programs-1");
    assertThat(programs.resolve("bin/postgres")).isExecutable();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(programs.getParent())))
        .isEqualTo("rwx------");

    FileTime unpacked = Files.getLastModifiedTime(programs.resolve("bin/initdb"));
    FileTime marked = FileTime.fromMillis(unpacked.toMillis() - 1_000_000);
    Files.setLastModifiedTime(programs.resolve("bin/initdb"), marked);
    assertThat(folder()).contains(programs);
    assertThat(Files.getLastModifiedTime(programs.resolve("bin/initdb"))).isEqualTo(marked);

    Files.delete(programs.resolve("bin/postgres"));
    assertThat(folder()).contains(programs);
    assertThat(programs.resolve("bin/postgres")).isExecutable();
    assertThat(filesBeside(programs)).containsExactly(programs);
  }

  @Test
  void runsAtOnceShareOneFolder() throws Exception {
    int runs = 8;
    CyclicBarrier start = new CyclicBarrier(runs);
    ExecutorService threads = Executors.newFixedThreadPool(runs);
    try {
      List<Future<Optional<Path>>> results =
          threads.invokeAll(
              Collections.nCopies(
                  runs,
                  () -> {
                    start.await();
                    return folder();
                  }));

      Path programs = results.get(0).get().orElseThrow();
      for (Future<Optional<Path>> result : results) {
        assertThat(result.get()).contains(programs);
      }
      assertThat(filesBeside(programs)).containsExactly(programs);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFolderThatOthersMayWriteIsNotTrusted() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("new/cache/pgslowlog"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));

    assertThat(folder()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderOfAnotherUserIsNotTrusted() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("new/cache/pgslowlog"));
    assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "only root can give files away");
    Files.setAttribute(folder, "unix:uid", 54321);

    assertThat(folder()).isEmpty();
  }

  @Test
  void aLinkIsNotTrusted() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createDirectories(temporary.resolve("new/cache"));
    Files.createSymbolicLink(temporary.resolve("new/cache/pgslowlog"), elsewhere);

    assertThat(folder()).isEmpty();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeFilledIsDoneWithout() throws Exception {
    assertThat(
            cache.folder(
                "programs-1",
                (workplace, fresh) -> {
                  Files.writeString(fresh.resolve("half"), "x");
                  throw StartFailure.because("something went wrong");
                }))
        .isEmpty();
    assertThat(temporary.resolve("new/cache/pgslowlog")).isEmptyDirectory();
  }

  @Test
  void aCacheThatCannotBeMadeIsDoneWithout() throws Exception {
    Files.writeString(temporary.resolve("new"), "a file");

    assertThat(folder()).isEmpty();
  }

  private Optional<Path> folder() throws InterruptedException {
    return cache.folder("programs-1", (workplace, fresh) -> archive.unpack(fresh));
  }

  private static List<Path> filesBeside(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path.getParent())) {
      return files.toList();
    }
  }
}
