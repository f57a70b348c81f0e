package io.github.pgslowlog.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a decompressor takes of the stream below, and remembers how that stream ended.
 *
 * <p>Gives small pieces only: what was taken is then close to what was used, and so is the offset
 * in a message about damage.
 */
final class CountingInputStream extends FilterInputStream {
  private static final int PIECE_BYTES = 4096;

  private long count;
  private boolean ended;
  private @Nullable IOException failure;

  CountingInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int read = in.read(target, offset, Math.min(length, PIECE_BYTES));
      if (read < 0) {
        ended = true;
      } else {
        count += read;
      }
      return read;
    } catch (IOException failed) {
      failure = failed;
      throw failed;
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    byte[] dropped = new byte[(int) Math.min(Math.max(bytes, 0), PIECE_BYTES)];
    return dropped.length == 0 ? 0 : Math.max(0, read(dropped, 0, dropped.length));
  }

  /** Nothing is promised, so that decompressors return what they have before they ask for more. */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Bytes taken so far. */
  long count() {
    return count;
  }

  /** Whether the end of the stream below was seen. */
  boolean ended() {
    return ended;
  }

  /** What the stream below threw; it is told as it is, not as damage of this layer. */
  @Nullable IOException failure() {
    return failure;
  }
}
