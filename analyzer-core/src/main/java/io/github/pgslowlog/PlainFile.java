package io.github.pgslowlog;

import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.PathSource;
import io.github.pgslowlog.source.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A log whose bytes are those of a file, so that it can be read from any place on.
 *
 * @param path the file
 * @param size its bytes
 */
record PlainFile(Path path, long size) {
  /** Empty for logs that are compressed, transcoded, no files, or cannot be read. */
  static Optional<PlainFile> of(LogSource source) {
    if (!(source instanceof PathSource file) || !Files.isRegularFile(file.path())) {
      return Optional.empty();
    }
    try {
      Decompression.Opened opened = Decompression.peel(source);
      try (InputStream in = opened.in()) {
        boolean plain = opened.layers().isEmpty() && TextEncoding.of(in).encoding().isEmpty();
        return plain
            ? Optional.of(new PlainFile(file.path(), Files.size(file.path())))
            : Optional.empty();
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Its last bytes, at most as many; fewer if it has shrunk. */
  byte[] tail(int bytes) throws IOException {
    long from = Math.max(0, size - bytes);
    ByteBuffer tail = ByteBuffer.allocate((int) (size - from));
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      channel.position(from);
      int read = channel.read(tail);
      while (read > 0) {
        read = channel.read(tail);
      }
    }
    byte[] there = new byte[tail.position()];
    tail.flip().get(there);
    return there;
  }
}
