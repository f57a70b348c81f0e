package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Opens a source as plain bytes, whatever its compression. */
public final class Decompression {
  private Decompression() {}

  /**
   * Opens a source and takes off its compression.
   *
   * @param source the log
   * @return the decompressed bytes
   * @throws IOException when it cannot be opened, or is compressed in a way not read here
   */
  public static InputStream open(LogSource source) throws IOException {
    PushbackInputStream in = new PushbackInputStream(source.open(), Compression.MAGIC_BYTES);
    try {
      byte[] head = in.readNBytes(Compression.MAGIC_BYTES);
      in.unread(head);
      return decompress(in, Compression.of(Slice.of(head)));
    } catch (IOException | RuntimeException failure) {
      in.close();
      throw failure;
    }
  }

  private static InputStream decompress(InputStream in, Compression compression)
      throws IOException {
    return switch (compression) {
      case NONE -> in;
      case GZIP -> new GzipMembersInputStream(in);
      case BZIP2 -> throw notRead(compression, "bzcat");
      case XZ -> throw notRead(compression, "xzcat");
      case ZSTD -> throw notRead(compression, "zstdcat");
      case LZ4 -> throw notRead(compression, "lz4cat");
      case ZIP -> throw notRead(compression, "unzip -p");
    };
  }

  private static IOException notRead(Compression compression, String program) {
    return new IOException(
        "it is compressed with "
            + compression
            + ", which is not read yet; decompress it and pipe it in, for example: "
            + program
            + " FILE | pgslowlog analyze -");
  }
}
