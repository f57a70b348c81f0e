package io.github.pgslowlog.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/** The members of a zip file, each opened where its directory says it is. */
final class ZipMembers {
  private final Path path;
  private final List<ZipArchiveEntry> files;
  private @Nullable ZipFile open;
  private int inUse;

  /**
   * Reads the directory.
   *
   * @throws IOException when it has none that can be read
   */
  ZipMembers(Path path) throws IOException {
    this.path = path;
    try (ZipFile zip = zip(path)) {
      files = Collections.list(zip.getEntries()).stream().filter(ZipMembers::isFile).toList();
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    try {
      return ZipFile.builder().setPath(path).get();
    } catch (RuntimeException invalid) {
      throw DamagedStreamException.at("zip", 0, "its directory is not valid");
    }
  }

  static boolean isFile(ZipArchiveEntry entry) {
    return !entry.isDirectory() && !entry.isUnixSymlink() && !entry.getName().isEmpty();
  }

  /** Why the library cannot read a member. */
  static String unreadable(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "it is encrypted; unpack it, and give what is in it";
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    return "it is compressed with method "
        + (method == null ? entry.getMethod() : method)
        + ", which is not read; unpack it, and give what is in it";
  }

  List<ZipArchiveEntry> files() {
    return files;
  }

  /** Opens a member; the zip file stays open until the last of its members was read. */
  synchronized InputStream open(int member) throws IOException {
    ZipFile zip = open == null ? zip(path) : open;
    open = zip;
    inUse++;
    try {
      ZipArchiveEntry entry = files.get(member);
      if (!zip.canReadEntryData(entry)) {
        throw new IOException(unreadable(entry));
      }
      InputStream content = zip.getInputStream(entry);
      return new FilterInputStream(new ZipContent(content, entry, e -> invalid(entry), true)) {
        private boolean closed;

        @Override
        public void close() throws IOException {
          if (!closed) {
            closed = true;
            super.close();
            giveBack(member);
          }
        }
      };
    } catch (IOException | RuntimeException failure) {
      giveBack(member);
      throw failure instanceof IOException known ? known : invalid(files.get(member));
    }
  }

  private synchronized void giveBack(int member) throws IOException {
    inUse--;
    if (inUse == 0 && member == files.size() - 1 && open != null) {
      ZipFile zip = open;
      open = null;
      zip.close();
    }
  }

  private static IOException invalid(ZipArchiveEntry entry) {
    return DamagedStreamException.at(
        "zip", Math.max(0, entry.getDataOffset()), "the member that begins there is not valid");
  }
}
