package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Small archives, sound and hostile. */
final class TestArchive {
  private TestArchive() {}

  record Entry(TarArchiveEntry header, String content) {}

  static Entry folder(String name) {
    return new Entry(new TarArchiveEntry(name, true), "");
  }

  static Entry file(String name, String content, int mode) {
    TarArchiveEntry header = new TarArchiveEntry(name, true);
    header.setMode(mode);
    header.setSize(content.length());
    return new Entry(header, content);
  }

  static Entry link(String name, String destination, byte kind) {
    TarArchiveEntry header = new TarArchiveEntry(name, kind, true);
    header.setLinkName(destination);
    return new Entry(header, "");
  }

  /** Writes {@code archive.txz}. */
  static ProgramArchive write(Path folder, Entry... entries) throws IOException {
    Path file = folder.resolve("archive.txz");
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
