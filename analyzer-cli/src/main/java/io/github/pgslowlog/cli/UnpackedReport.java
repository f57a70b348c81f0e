package io.github.pgslowlog.cli;

import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.PathSource;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A saved report as it was before somebody compressed it: by gzip, for example. */
final class UnpackedReport extends FilterInputStream {
  /** 1 GiB: one of 100,000 long patterns is smaller, and a small file may unpack without end. */
  static final long MAX_BYTES = 1L << 30;

  private final long most;
  private long count;

  private UnpackedReport(InputStream unpacked, long most) {
    super(unpacked);
    this.most = most;
  }

  /**
   * Opens it.
   *
   * @param in as it is stored; one that is not compressed has no bound but its own
   * @throws IOException also while it is read, if it is damaged or too large
   */
  static InputStream open(String name, InputStream in) throws IOException {
    return open(name, in, MAX_BYTES);
  }

  static InputStream open(String name, InputStream in, long most) throws IOException {
    Decompression.Opened opened = Decompression.peel(new StreamSource(name, in));
    return opened.layers().isEmpty() ? opened.in() : new UnpackedReport(opened.in(), most);
  }

  /** The first bytes of a file; none if it cannot be read. */
  static byte[] head(Path file, int bytes) {
    return Decompression.head(new PathSource(file), bytes);
  }

  /** The first bytes of what begins with some; fewer if these do not tell more. */
  static byte[] head(byte[] packed, int bytes) {
    return Decompression.head(new StreamSource("", new ByteArrayInputStream(packed)), bytes);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count += Math.max(read, 0);
    if (count > most) {
      throw new IOException(
          "it unpacks to more than " + most + " bytes; unpack it first if that is right");
    }
    return read;
  }
}
