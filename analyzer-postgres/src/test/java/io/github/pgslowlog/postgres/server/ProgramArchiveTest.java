package io.github.pgslowlog.postgres.server;

import static io.github.pgslowlog.postgres.server.TestArchive.file;
import static io.github.pgslowlog.postgres.server.TestArchive.folder;
import static io.github.pgslowlog.postgres.server.TestArchive.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramArchiveTest {
  @TempDir private Path temporary;

  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectory(temporary.resolve("target"));
  }

  @Test
  void filesFoldersAndLinksWithTheirModes() throws IOException {
    TestArchive.write(
            temporary,
            folder("./bin/"),
            file("./bin/run", "#!", 0755),
            file("share/text", "long", 0644),
            link("bin/again", "run", TarConstants.LF_SYMLINK),
            link("lib/up", "../share/text", TarConstants.LF_SYMLINK),
            link("hard", "bin/run", TarConstants.LF_LINK))
        .unpack(target);

    assertThat(target.resolve("bin/run")).hasContent("#!").isExecutable();
    assertThat(permissions("bin/run")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("share/text")).isEqualTo("rw-r--r--");
    assertThat(permissions("bin")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("share")).isEqualTo("rwxr-xr-x");
    assertThat(Files.readSymbolicLink(target.resolve("bin/again"))).hasToString("run");
    assertThat(target.resolve("lib/up")).hasContent("long");
    assertThat(target.resolve("hard")).hasContent("#!");
  }

  @Test
  void nobodyElseMayWriteAndNothingIsRunAsItsOwner() throws IOException {
    TestArchive.write(temporary, file("all", "", 07777), file("none", "", 0)).unpack(target);

    assertThat(permissions("all")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("none")).isEqualTo("rw-r--r--");
  }

  static Stream<Arguments> hostileArchives() {
    return Stream.of(
        Arguments.of("leads out of its folder", new TestArchive.Entry[] {file("../x", "", 0644)}),
        Arguments.of(
            "leads out of its folder", new TestArchive.Entry[] {file("a/../../x", "", 0644)}),
        Arguments.of("leads out of its folder", new TestArchive.Entry[] {folder("../x/")}),
        Arguments.of(
            "leads out of its folder",
            new TestArchive.Entry[] {link("a", "../../etc", TarConstants.LF_SYMLINK)}),
        Arguments.of(
            "leads out of its folder",
            new TestArchive.Entry[] {link("a", "/etc/passwd", TarConstants.LF_SYMLINK)}),
        Arguments.of(
            "leads out of its folder",
            new TestArchive.Entry[] {link("a", "../x", TarConstants.LF_LINK)}),
        Arguments.of(
            "is behind a link",
            new TestArchive.Entry[] {
              folder("a/b/"),
              link("a/b/c", "..", TarConstants.LF_SYMLINK),
              link("a/b/c/d", "../../target", TarConstants.LF_SYMLINK)
            }),
        Arguments.of(
            "is behind a link",
            new TestArchive.Entry[] {
              folder("a/"), link("b", "a", TarConstants.LF_SYMLINK), file("b/c/x", "", 0644)
            }),
        Arguments.of(
            "is behind a link",
            new TestArchive.Entry[] {
              file("a/x", "", 0644),
              link("b", "a", TarConstants.LF_SYMLINK),
              link("c", "b/x", TarConstants.LF_LINK)
            }),
        Arguments.of(
            "is neither file nor link",
            new TestArchive.Entry[] {link("fifo", "", TarConstants.LF_FIFO)}));
  }

  @ParameterizedTest
  @MethodSource("hostileArchives")
  void nothingIsWrittenOutside(String reason, TestArchive.Entry[] entries) throws IOException {
    ProgramArchive archive = TestArchive.write(temporary, entries);

    assertThatThrownBy(() -> archive.unpack(target))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactlyInAnyOrder(target, temporary.resolve("archive.txz"));
    }
  }

  @Test
  void aTornArchiveIsAnError() throws IOException {
    TestArchive.write(temporary, file("a", "text", 0644));
    Path file = temporary.resolve("archive.txz");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> new ProgramArchive(file.toUri().toURL()).unpack(target))
        .isInstanceOf(IOException.class);
  }

  @Test
  void identityIsThatOfTheContent() throws IOException {
    String one = TestArchive.write(temporary, file("a", "text", 0644)).identity();

    assertThat(one).matches("[0-9a-f]{8}");
    assertThat(TestArchive.write(temporary, file("a", "text", 0644)).identity()).isEqualTo(one);
    assertThat(TestArchive.write(temporary, file("a", "test", 0644)).identity()).isNotEqualTo(one);
  }

  @Test
  void theJarTellsTheSameIdentityWithoutBeingRead() throws IOException {
    ProgramArchive inJar = new ProgramArchive(Platform.current().archive());
    Path copy = temporary.resolve("copy.txz");
    try (InputStream in = Platform.current().archive().openStream()) {
      Files.copy(in, copy);
    }

    assertThat(new ProgramArchive(copy.toUri().toURL()).identity()).isEqualTo(inJar.identity());
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(name)));
  }
}
