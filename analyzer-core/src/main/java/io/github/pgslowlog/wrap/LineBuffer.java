package io.github.pgslowlog.wrap;

import java.util.Arrays;

/** A line that is put together from parts, up to a bound. Mutable, reused. */
final class LineBuffer {
  private static final int INITIAL_BYTES = 1024;

  private final int maxBytes;
  private byte[] bytes = new byte[INITIAL_BYTES];
  private int length;
  private boolean cut;

  LineBuffer(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void clear() {
    length = 0;
    cut = false;
  }

  void append(byte[] buffer, int from, int to) {
    int count = Math.min(to - from, maxBytes - length);
    cut |= count < to - from;
    if (length + count > bytes.length) {
      long doubled = Math.max(length + count, Math.min(maxBytes, 2L * bytes.length));
      bytes = Arrays.copyOf(bytes, (int) doubled);
    }
    System.arraycopy(buffer, from, bytes, length, count);
    length += count;
  }

  /** Takes over that a part was cut. */
  void cut(boolean partCut) {
    cut |= partCut;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Whether bytes over the bound were left out. */
  boolean cut() {
    return cut;
  }
}
