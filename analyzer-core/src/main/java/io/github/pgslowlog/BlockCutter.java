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
  static final int KEPT_BYTES = DEFAULT_BYTES;

  static final int UNCUT = -1;

  private final InputStream in;
  private final BlockFormat format;
  private final int blockBytes;
  private final int maxBytes;
  private final StopSwitch stop;
  private byte[] rest = {};
  private int restLength;
  private long offset;
  private boolean ended;

  /**
   * Cuts a log.
   *
   * @param in the log, from its start on
   * @param format where it may be cut
   * @param blockBytes a block has so many bytes at least, but the last
   * @param maxBytes and so many at most
   * @param stop if it ended the stream, the last message may be cut and is left out
   */
  BlockCutter(InputStream in, BlockFormat format, int blockBytes, int maxBytes, StopSwitch stop) {
    this.in = in;
    this.format = format;
    this.blockBytes = blockBytes;
    this.maxBytes = maxBytes;
    this.stop = stop;
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
    block.room(restLength);
    System.arraycopy(rest, 0, block.bytes(), 0, restLength);
    int length = restLength;
    while (true) {
      byte[] bytes = block.room(Math.max(wanted, length));
      length = fill(block, length, wanted);
      int cut = ended && !stop.isUsed() ? length : format.lastStart(bytes, 0, length);
      if (ended && cut <= 0) {
        return 0;
      }
      if (cut > 0) {
        rest = Arrays.copyOfRange(bytes, cut, length);
        restLength = rest.length;
        offset += cut;
        return cut;
      }
      if (length >= maxBytes) {
        keep(block, length);
        return UNCUT;
      }
      wanted = Math.min(maxBytes, 2 * Math.max(length, wanted));
    }
  }

  private int fill(Block block, int from, int to) throws IOException {
    byte[] bytes = block.bytes();
    int length = from;
    while (length < to && !ended) {
      int read;
      try {
        read = in.read(bytes, length, to - length);
      } catch (IOException broken) {
        keep(block, length);
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

  /** The bytes of a block that cannot be filled are the rest. */
  private void keep(Block block, int length) {
    rest = block.takeBytes();
    restLength = length;
  }

  /** Hands over what was read of the stream and is in no block. */
  InputStream takeRest() {
    InputStream taken = new ByteArrayInputStream(rest, 0, restLength);
    rest = new byte[0];
    restLength = 0;
    return taken;
  }
}
