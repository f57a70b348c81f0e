package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one member of a zip archive, checked against its checksum, which the library leaves
 * to its callers.
 */
final class ZipContent extends InputStream {
  /** The library loses what it decoded in the call that fails; small calls lose little. */
  private static final int PIECE_BYTES = 1024;

  private final InputStream in;
  private final ZipArchiveEntry entry;
  private final Function<Exception, IOException> translation;
  private final boolean closing;
  private final CRC32 checksum = new CRC32();
  private boolean ended;
  private @Nullable IOException broken;

  ZipContent(
      InputStream in,
      ZipArchiveEntry entry,
      Function<Exception, IOException> translation,
      boolean closing) {
    this.in = in;
    this.entry = entry;
    this.translation = translation;
    this.closing = closing;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (broken != null) {
      throw broken;
    }
    if (ended || length == 0) {
      return length == 0 ? 0 : -1;
    }
    try {
      int count = in.read(target, offset, Math.min(length, PIECE_BYTES));
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
    } catch (IOException | RuntimeException failure) {
      broken = translation.apply(failure);
      throw broken;
    }
    ended = true;
    if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
      broken = damaged();
      throw broken;
    }
    return -1;
  }

  private IOException damaged() {
    long end = entry.getDataOffset() + Math.max(0, entry.getCompressedSize());
    return DamagedStreamException.at("zip", end, "the checksum of a member does not match");
  }

  @Override
  public void close() throws IOException {
    if (closing) {
      in.close();
    }
  }
}
