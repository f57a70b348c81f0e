package io.github.pgslowlog.source;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The first bytes of a stream, looked at before it is read.
 *
 * @param bytes as many as were asked for, fewer if the stream is shorter or fails
 * @param rest the bytes behind them, or what failed
 */
@SuppressWarnings("ArrayRecordComponent")
record Head(byte[] bytes, InputStream rest) {
  /** Fails at every read. */
  private static final class Failed extends FilterInputStream {
    private final IOException failure;

    Failed(InputStream in, IOException failure) {
      super(in);
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      throw failure;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw failure;
    }
  }

  /** Reads a head; a failure within it is thrown by the rest, behind the bytes before it. */
  static Head of(InputStream in, int wanted) {
    byte[] bytes = new byte[wanted];
    int length = 0;
    try {
      int count = in.read(bytes);
      while (count > 0) {
        length += count;
        count = in.read(bytes, length, bytes.length - length);
      }
    } catch (IOException failure) {
      return new Head(Arrays.copyOf(bytes, length), new Failed(in, failure));
    }
    return new Head(Arrays.copyOf(bytes, length), in);
  }

  /** The whole stream from a byte of the head on. */
  InputStream from(int start) {
    byte[] left = Arrays.copyOfRange(bytes, start, bytes.length);
    return new SequenceInputStream(new ByteArrayInputStream(left), rest);
  }
}
