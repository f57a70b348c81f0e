package io.github.pgslowlog.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the ends of lines eight bytes at a time: a line feed, or a NUL byte, which no server writes
 * and which files have where a write was lost.
 *
 * <p>Hot path: a byte of {@code word ^ pattern} is zero exactly where the word holds a line feed;
 * {@code (x - 0x01..) & ~x & 0x80..} marks the lowest such byte (Mycroft's test). Bytes below 11,
 * which are both line feed and NUL, are looked for 32 at a time before.
 */
public final class NewlineFinder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
  private static final long BEHIND_LINE_FEEDS = 0x0B0B0B0B0B0B0B0BL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private NewlineFinder() {}

  /**
   * Index of the first line feed or NUL byte in a range.
   *
   * @param array the bytes
   * @param from first byte
   * @param to behind the last byte
   * @return its index, or -1
   */
  public static int indexOfEnd(byte[] array, int from, int to) {
    int i = from;
    for (; i + 4 * Long.BYTES <= to; i += 4 * Long.BYTES) {
      long first = (long) LONGS.get(array, i);
      long second = (long) LONGS.get(array, i + 8);
      long third = (long) LONGS.get(array, i + 16);
      long fourth = (long) LONGS.get(array, i + 24);
      long low =
          (first - BEHIND_LINE_FEEDS) & ~first
              | (second - BEHIND_LINE_FEEDS) & ~second
              | (third - BEHIND_LINE_FEEDS) & ~third
              | (fourth - BEHIND_LINE_FEEDS) & ~fourth;
      if ((low & HIGH_BITS) != 0) {
        int found = indexOfEndSlowly(array, i, i + 4 * Long.BYTES);
        if (found >= 0) {
          return found;
        }
      }
    }
    return indexOfEndSlowly(array, i, to);
  }

  private static int indexOfEndSlowly(byte[] array, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long word = (long) LONGS.get(array, i);
      long difference = word ^ LINE_FEEDS;
      long ends = ((difference - ONES) & ~difference | (word - ONES) & ~word) & HIGH_BITS;
      if (ends != 0) {
        return i + ByteMarks.before(ends);
      }
    }
    for (; i < to; i++) {
      if (array[i] == '\n' || array[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Index of the first line feed in a range.
   *
   * @param array the bytes
   * @param from first byte
   * @param to behind the last byte
   * @return its index, or -1
   */
  public static int indexOf(byte[] array, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long difference = (long) LONGS.get(array, i) ^ LINE_FEEDS;
      long zeros = (difference - ONES) & ~difference & HIGH_BITS;
      if (zeros != 0) {
        return i + ByteMarks.before(zeros);
      }
    }
    for (; i < to; i++) {
      if (array[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
