package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream with its compression taken off, down to a log or an archive.
 *
 * @param kind {@link Compression#NONE}, or the archive that {@code in} holds
 * @param in the bytes
 * @param count layers taken off so far, those of enclosing archives included
 * @param names what was taken off here, outermost first, such as {@code gzip}
 */
record Layers(Compression kind, InputStream in, int count, List<String> names) {
  /** A log in a tar in a gzip in a zip has three layers; more is a mistake or an attack. */
  static final int MAX_LAYERS = 4;

  /**
   * Takes off all compression.
   *
   * @param raw the bytes as they are stored; closed if this fails
   * @param taken layers taken off before
   * @throws IOException when there are too many layers
   */
  static Layers peel(InputStream raw, int taken) throws IOException {
    InputStream in = raw;
    List<String> names = new ArrayList<>();
    try {
      for (int count = taken; ; count++) {
        Head head = Head.of(in, Compression.MAGIC_BYTES);
        in = head.from(0);
        Compression kind = Compression.of(Slice.of(head.bytes()));
        if (kind != Compression.NONE && count == MAX_LAYERS) {
          throw new IOException(
              "it is packed more than " + MAX_LAYERS + " times; unpack it, and give what is in it");
        }
        if (kind == Compression.NONE || kind.isArchive()) {
          return new Layers(kind, in, count + (kind.isArchive() ? 1 : 0), List.copyOf(names));
        }
        names.add(kind.label());
        in = decompress(in, kind);
      }
    } catch (IOException | RuntimeException failure) {
      in.close();
      throw failure;
    }
  }

  private static InputStream decompress(InputStream in, Compression compression) {
    return switch (compression) {
      case GZIP -> new GzipMembersInputStream(in);
      case BZIP2 -> new CodecInputStream(Codec.BZIP2, in);
      case XZ -> new CodecInputStream(Codec.XZ, in);
      case ZSTD -> new CodecInputStream(Codec.ZSTD, in);
      case LZ4 -> new CodecInputStream(Codec.LZ4, in);
      case NONE, ZIP, TAR -> throw new IllegalStateException(compression + " is no stream");
    };
  }
}
