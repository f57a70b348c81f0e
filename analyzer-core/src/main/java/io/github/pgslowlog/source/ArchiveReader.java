package io.github.pgslowlog.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The regular files of an archive, one after the other. */
interface ArchiveReader extends Closeable {
  /**
   * Goes to the next file, over what is left of the one before.
   *
   * @return false at the end of the archive
   * @throws IOException when the archive cannot be read on
   */
  boolean next() throws IOException;

  /** The name of the file, as the archive has it. */
  String name();

  /** The bytes of the file, until {@link #next()} is called; to be asked for once. */
  InputStream content() throws IOException;

  /** Opens the archive that a stream holds. */
  static ArchiveReader of(Layers layers) {
    return layers.kind() == Compression.ZIP
        ? new ZipStreamReader(layers.in())
        : new TarReader(layers.in());
  }
}
