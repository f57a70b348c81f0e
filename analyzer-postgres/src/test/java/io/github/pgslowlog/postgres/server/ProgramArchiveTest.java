package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ProgramArchiveTest {
  @TempDir private Path temporary;

  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectory(temporary.resolve("target"));
  }

  @Test
  void filesFoldersAndLinksWithTheirModes() throws IOException {
    archive(
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
    archive(file("all", "", 07777), file("none", "", 0)).unpack(target);

    assertThat(permissions("all")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("none")).isEqualTo("rw-r--r--");
  }

  static Stream<Arguments> hostileArchives() {
    return Stream.of(
        Arguments.of("leads out of its folder", new Entry[] {file("../x", "", 0644)}),
        Arguments.of("leads out of its folder", new Entry[] {file("a/../../x", "", 0644)}),
        Arguments.of("leads out of its folder", new Entry[] {folder("../x/")}),
        Arguments.of(
            "leads out of its folder",
            new Entry[] {link("a", "../../etc", TarConstants.LF_SYMLINK)}),
        Arguments.of(
            "leads out of its folder",
            new Entry[] {link("a", "/etc/passwd", TarConstants.LF_SYMLINK)}),
        Arguments.of(
            "leads out of its folder", new Entry[] {link("a", "../x", TarConstants.LF_LINK)}),
        Arguments.of(
            "is behind a link",
            new Entry[] {
              folder("a/b/"),
              link("a/b/c", "..", TarConstants.LF_SYMLINK),
              link("a/b/c/d", "../../target", TarConstants.LF_SYMLINK)
            }),
        Arguments.of(
            "is behind a link",
            new Entry[] {
              folder("a/"), link("b", "a", TarConstants.LF_SYMLINK), file("b/c/x", "", 0644)
            }),
        Arguments.of(
            "is behind a link",
            new Entry[] {
              file("a/x", "", 0644),
              link("b", "a", TarConstants.LF_SYMLINK),
              link("c", "b/x", TarConstants.LF_LINK)
            }),
        Arguments.of(
            "is neither file nor link", new Entry[] {link("fifo", "", TarConstants.LF_FIFO)}));
  }

  @ParameterizedTest
  @MethodSource("hostileArchives")
  void nothingIsWrittenOutside(String reason, Entry[] entries) throws IOException {
    ProgramArchive archive = archive(entries);

    assertThatThrownBy(() -> archive.unpack(target))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactlyInAnyOrder(target, temporary.resolve("archive.txz"));
    }
  }

  @Test
  void aTornArchiveIsAnError() throws IOException {
    archive(file("a", "text", 0644));
    Path file = temporary.resolve("archive.txz");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> new ProgramArchive(file.toUri().toURL()).unpack(target))
        .isInstanceOf(IOException.class);
  }

  @Test
  void identityIsThatOfTheContent() throws IOException {
    String one = archive(file("a", "text", 0644)).identity();

    assertThat(one).matches("[0-9a-f]{8}");
    assertThat(archive(file("a", "text", 0644)).identity()).isEqualTo(one);
    assertThat(archive(file("a", "test", 0644)).identity()).isNotEqualTo(one);
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

  record Entry(TarArchiveEntry header, String content) {}

  private static Entry folder(String name) {
    return new Entry(new TarArchiveEntry(name, true), "");
  }

  private static Entry file(String name, String content, int mode) {
    TarArchiveEntry header = new TarArchiveEntry(name, true);
    header.setMode(mode);
    header.setSize(content.length());
    return new Entry(header, content);
  }

  private static Entry link(String name, String destination, byte kind) {
    TarArchiveEntry header = new TarArchiveEntry(name, kind, true);
    header.setLinkName(destination);
    return new Entry(header, "");
  }

  private ProgramArchive archive(Entry... entries) throws IOException {
    Path file = temporary.resolve("archive.txz");
    try (XZOutputStream xz = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(1));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(xz, "UTF-8")) {
      for (Entry entry : entries) {
        tar.putArchiveEntry(entry.header());
        tar.write(entry.content().getBytes(StandardCharsets.US_ASCII));
        tar.closeArchiveEntry();
      }
    }
    return new ProgramArchive(file.toUri().toURL());
  }
}
