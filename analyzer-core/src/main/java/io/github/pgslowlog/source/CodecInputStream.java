package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A decompressor of a library, made safe for hostile and broken streams.
 *
 * <p>What stands before damage is returned first; then {@link DamagedStreamException} tells the
 * format, how many compressed bytes the library had taken (at most 4 KiB behind the damage) and
 * why, at every further read again. Runtime exceptions of a library on bad bytes are damage as
 * well. A failure of the stream below is passed on as it is.
 */
final class CodecInputStream extends InputStream {
  /** Most libraries lose what they decoded in the call that fails; small calls lose little. */
  private static final int PIECE_BYTES = 1024;

  private final Codec codec;
  private final CountingInputStream compressed;
  private @Nullable InputStream decompressed;
  private long returned;
  private boolean ended;
  private @Nullable IOException broken;

  CodecInputStream(Codec codec, InputStream in) {
    this.codec = codec;
    this.compressed = new CountingInputStream(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int filled = 0;
    while (filled < length && !ended && broken == null) {
      int count = decode(target, offset + filled, Math.min(length - filled, PIECE_BYTES));
      filled += Math.max(0, count);
    }
    returned += filled;
    if (filled == 0 && broken != null) {
      throw broken;
    }
    return filled == 0 && length > 0 ? -1 : filled;
  }

  /** One call of the library; its failure is kept for the next read. */
  private int decode(byte[] target, int offset, int length) {
    try {
      int count = codec.read(decompressed(), target, offset, length);
      ended = count < 0;
      return count;
    } catch (IOException | RuntimeException | LinkageError failure) {
      broken = translated(failure);
      return 0;
    }
  }

  private InputStream decompressed() throws IOException {
    if (decompressed == null) {
      decompressed = codec.open(compressed);
    }
    return decompressed;
  }

  private IOException translated(Throwable failure) {
    IOException below = compressed.failure();
    if (below != null) {
      return below;
    }
    if (failure instanceof LinkageError) {
      return new IOException(
          codec.label() + " cannot be read on this machine (" + failure + "); " + codec.remedy());
    }
    return DamagedStreamException.at(codec.label(), compressed.count(), why(failure));
  }

  private String why(Throwable failure) {
    if (compressed.ended()) {
      return "it ends too early";
    }
    return codec.why(failure.getMessage() == null ? "" : failure.getMessage(), returned > 0);
  }

  @Override
  public void close() throws IOException {
    try {
      if (decompressed != null) {
        decompressed.close();
      }
    } catch (RuntimeException ignored) {
      // A decompressor that failed may fail to close as well; the stream below is closed anyway.
    } finally {
      compressed.close();
    }
  }
}
