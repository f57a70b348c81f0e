package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteMarks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the quotes of texts in csvlog and jsonlog, eight bytes at a time.
 *
 * <p>Hot path: {@code (x - 0x01..) & ~x & 0x80..} marks the lowest byte of {@code x} that is zero
 * (Mycroft's test); marks above the lowest may be wrong, so only the lowest of all is looked at.
 */
final class QuoteFinder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long BLANKS = ' ' * ONES;

  private QuoteFinder() {}

  /** Index of the first quote, line feed or NUL byte, or {@code to} if there is none. */
  static int inCsv(byte[] b, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long word = (long) LONGS.get(b, i);
      long quote = word ^ QUOTES;
      long lineFeed = word ^ LINE_FEEDS;
      long marks =
          ((quote - ONES) & ~quote | (lineFeed - ONES) & ~lineFeed | (word - ONES) & ~word)
              & HIGH_BITS;
      if (marks != 0) {
        return i + ByteMarks.before(marks);
      }
    }
    while (i < to && b[i] != '"' && b[i] != '\n' && b[i] != 0) {
      i++;
    }
    return i;
  }

  /** Index of the first quote, backslash or control character, or {@code to}. */
  static int inJson(byte[] b, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long word = (long) LONGS.get(b, i);
      long quote = word ^ QUOTES;
      long backslash = word ^ BACKSLASHES;
      long marks =
          ((quote - ONES) & ~quote | (backslash - ONES) & ~backslash | (word - BLANKS) & ~word)
              & HIGH_BITS;
      if (marks != 0) {
        return i + ByteMarks.before(marks);
      }
    }
    while (i < to && b[i] != '"' && b[i] != '\\' && (b[i] < 0 || b[i] >= ' ')) {
      i++;
    }
    return i;
  }
}
