package io.github.pgslowlog.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.SourceResolver.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceResolverTest {
  @TempDir Path folder;

  @BeforeEach
  void writeLogs() throws IOException {
    Files.createDirectory(folder.resolve("old"));
    for (String name : List.of("b.log", "a.log", "c.csv", "old/z.log")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  @Test
  void fileStandsForItself() {
    Resolved resolved = resolve(path("a.log"));

    assertThat(resolved.sources()).containsExactly(new PathSource(folder.resolve("a.log")));
    assertThat(resolved.problems()).isEmpty();
  }

  @Test
  void folderStandsForItsFilesSortedByName() {
    Resolved resolved = resolve(folder.toString());

    assertThat(names(resolved))
        .containsExactly(path("a.log"), path("b.log"), path("c.csv"), path("old/z.log"));
    assertThat(resolved.problems()).isEmpty();
  }

  @Test
  void globStandsForTheFilesOfItsFolder() {
    assertThat(names(resolve(path("*.log")))).containsExactly(path("a.log"), path("b.log"));
    assertThat(names(resolve(path("[bc].*")))).containsExactly(path("b.log"), path("c.csv"));
    assertThat(names(resolve(path("{a,c}.???")))).containsExactly(path("a.log"), path("c.csv"));
  }

  @Test
  void nameOfAFileComesBeforeAGlob() throws IOException {
    Files.writeString(folder.resolve("[a].log"), "");

    assertThat(names(resolve(path("[a].log")))).containsExactly(path("[a].log"));
  }

  @Test
  void argumentsKeepTheirOrder() {
    Resolved resolved = resolve(path("b.log"), "-", path("a.log"));

    assertThat(names(resolved)).containsExactly(path("b.log"), "-", path("a.log"));
  }

  @Test
  void sameFileNamedTwiceIsReadOnce() {
    String detour = folder.resolve("old").resolve("..").resolve("a.log").toString();

    Resolved resolved = resolve(path("a.log"), detour, path("a.*"), "-", "-");

    assertThat(names(resolved)).containsExactly(path("a.log"), "-");
    assertThat(resolved.problems()).isEmpty();
  }

  @Test
  void linkToAFileThatIsReadAnywayIsReadOnce() throws IOException {
    Files.createSymbolicLink(folder.resolve("current.log"), folder.resolve("a.log"));

    assertThat(names(resolve(path("*.log")))).containsExactly(path("a.log"), path("b.log"));
  }

  @Test
  void missingFileIsAProblemAndTheRestIsRead() {
    Resolved resolved = resolve(path("missing.log"), path("a.log"));

    assertThat(names(resolved)).containsExactly(path("a.log"));
    assertThat(resolved.problems())
        .containsExactly(Problem.damage(path("missing.log") + ": no such file or folder"));
  }

  @Test
  void globWithoutAMatchIsAProblem() {
    assertThat(resolve(path("*.json")).problems())
        .containsExactly(Problem.damage(path("*.json") + ": the glob matches no file"));
  }

  @Test
  void globInAFolderNameIsAProblem() {
    String argument = folder + "/o*/z.log";

    assertThat(resolve(argument).problems())
        .containsExactly(Problem.damage(argument + ": only the last part of a path may be a glob"));
  }

  @Test
  void brokenGlobIsAProblem() {
    String argument = path("a[.log");

    Resolved resolved = resolve(argument, path("a.log"));

    assertThat(names(resolved)).containsExactly(path("a.log"));
    assertThat(resolved.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).startsWith(argument + ": not a glob: "));
  }

  @Test
  void emptyFolderIsAProblem() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(resolve(empty.toString()).problems())
        .containsExactly(Problem.damage(empty + ": the folder holds no files"));
  }

  @Test
  void pathThatCannotBeIsAProblem() {
    assertThat(resolve("a\0b").problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains(": not a path: "));
  }

  @Test
  void unreadableFileIsAProblemAndTheRestIsRead() throws IOException {
    Path secret = folder.resolve("b.log");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "root reads everything");

    Resolved resolved = resolve(path("*.log"));

    assertThat(names(resolved)).containsExactly(path("a.log"));
    assertThat(resolved.problems())
        .containsExactly(
            Problem.damage(secret + ": permission denied; read it as its owner or root"));
  }

  private static Resolved resolve(String... arguments) {
    return SourceResolver.resolve(List.of(arguments), InputStream.nullInputStream());
  }

  private static List<String> names(Resolved resolved) {
    return resolved.sources().stream().map(LogSource::name).toList();
  }

  private String path(String name) {
    return folder + "/" + name;
  }
}
