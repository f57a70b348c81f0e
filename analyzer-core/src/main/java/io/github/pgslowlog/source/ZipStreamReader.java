package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a zip archive as a stream, in the order of its members. */
final class ZipStreamReader implements ArchiveReader {
  /** A central directory has at least one header of 46 bytes; a member's trailer has fewer. */
  private static final int DIRECTORY_BYTES = 46;

  private final CountingInputStream counted;
  private final ZipArchiveInputStream zip;
  private @Nullable ZipArchiveEntry entry;

  ZipStreamReader(InputStream in) {
    counted = new CountingInputStream(in);
    zip = new ZipArchiveInputStream(counted, StandardCharsets.UTF_8.name(), true);
  }

  @Override
  public boolean next() throws IOException {
    try {
      ZipArchiveEntry before = entry;
      do {
        entry = zip.getNextEntry();
      } while (entry != null && !ZipMembers.isFile(entry));
      if (entry == null && before != null && !hasDirectory(before)) {
        throw DamagedStreamException.at("zip", counted.count(), "it ends too early");
      }
      return entry != null;
    } catch (IOException | RuntimeException failure) {
      throw translated(failure);
    }
  }

  /** The library takes a cut between two members for the end. */
  private boolean hasDirectory(ZipArchiveEntry last) {
    return counted.count() - last.getDataOffset() - last.getCompressedSize() >= DIRECTORY_BYTES;
  }

  @Override
  public String name() {
    return entry().getName();
  }

  private ZipArchiveEntry entry() {
    if (entry == null) {
      throw new IllegalStateException("no member");
    }
    return entry;
  }

  @Override
  public InputStream content() throws IOException {
    ZipArchiveEntry member = entry();
    if (!zip.canReadEntryData(member)) {
      throw new IOException(ZipMembers.unreadable(member));
    }
    return new ZipContent(zip, member, this::translated, false);
  }

  private IOException translated(Exception failure) {
    if (failure instanceof DamagedStreamException damaged) {
      return damaged;
    }
    IOException below = counted.failure();
    if (below != null) {
      return below;
    }
    String why = counted.ended() ? "it ends too early" : "the compressed data is not valid";
    return DamagedStreamException.at("zip", counted.count(), why);
  }

  @Override
  public void close() throws IOException {
    counted.close();
  }
}
