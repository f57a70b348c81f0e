package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into blocks that begin where messages start. */
final class BlockCutter {
  /** 1 MiB: fits into the cache of a core, and holds thousands of messages. */
  static final int DEFAULT_BYTES = 1 << 20;

  /** A block with a larger message is not kept for others. */
  static final int KEPT_BYTES = 4 << 20;

  static final int UNCUT = -1;

  private final InputStream in;
  private final BlockFormat format;
  private final int blockBytes;
  private final int maxBytes;
  private byte[] rest = {};
  private long offset;
  private boolean ended;

  /**
   * Cuts a log.
   *
   * @param in the log, from its start on
   * @param format where it may be cut
   * @param blockBytes a block has so many bytes at least, but the last
   * @param maxBytes and so many at most
   */
  BlockCutter(InputStream in, BlockFormat format, int blockBytes, int maxBytes) {
    this.in = in;
    this.format = format;
    this.blockBytes = blockBytes;
    this.maxBytes = maxBytes;
  }

  /**
   * Fills the next block.
   *
   * @return number of bytes, 0 at the end of the log, {@link #UNCUT} if no message starts in what a
   *     block may have
   * @throws IOException when the stream breaks off; what was read of it before is in {@link #rest}
   */
  int next(Block block) throws IOException {
    int wanted = blockBytes;
    block.room(rest.length);
    System.arraycopy(rest, 0, block.bytes(), 0, rest.length);
    int length = rest.length;
    while (true) {
      byte[] bytes = block.room(Math.max(wanted, length));
      length = fill(bytes, length, wanted);
      int cut = ended ? length : format.lastStart(bytes, 0, length);
      if (cut > 0 || ended) {
        rest = Arrays.copyOfRange(bytes, cut, length);
        offset += cut;
        return cut;
      }
      if (length >= maxBytes) {
        rest = Arrays.copyOf(bytes, length);
        return UNCUT;
      }
      wanted = Math.min(maxBytes, 2 * Math.max(length, wanted));
    }
  }

  private int fill(byte[] bytes, int from, int to) throws IOException {
    int length = from;
    while (length < to && !ended) {
      int read;
      try {
        read = in.read(bytes, length, to - length);
      } catch (IOException broken) {
        rest = Arrays.copyOf(bytes, length);
        throw broken;
      }
      ended = read < 0;
      length += Math.max(read, 0);
    }
    return length;
  }

  /** Bytes of the log before the next block. */
  long offset() {
    return offset;
  }

  /** What was read of the stream and is in no block. */
  InputStream rest() {
    return new ByteArrayInputStream(rest);
  }
}
