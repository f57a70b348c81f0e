package io.github.pgslowlog.wrap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Headers that were read, found by their bytes behind the time. What such a header says depends on
 * these bytes alone, if its tag ends in {@code ]:} and a blank, or its structured data is {@code
 * -}. Hot path: direct-mapped and bounded.
 */
final class KnownSenders {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final int PLACES = 2048;

  /** Headers are told apart by their last bytes first. */
  private static final int KEY_BYTES = 16;

  private static final int MAX_BYTES = 256;

  /** Process ids have one to seven digits. */
  private static final int MAX_LENGTHS = 6;

  /** Host, application, process, message and structured data. */
  private static final int FIELDS = 5;

  private static final byte BYTE_ORDER_MARK = (byte) 0xEF;

  private final @Nullable SyslogSender[] places = new @Nullable SyslogSender[PLACES];

  /** The lengths of headers met, that of the last line first. */
  private final int[] lengths = new int[MAX_LENGTHS];

  /** The sender of a line, null if it is not known. */
  @Nullable SyslogSender find(byte[] b, int timeEnd, int to, boolean versioned) {
    for (int i = 0; i < MAX_LENGTHS; i++) {
      int length = lengths[i];
      int end = timeEnd + length;
      if (length == 0) {
        return null;
      }
      if (end >= to || b[end - 1] != ' ') {
        continue;
      }
      SyslogSender known = places[place(b, end)];
      if (known != null
          && known.versioned == versioned
          && known.header.length == length
          && Arrays.equals(known.header, 0, length, b, timeEnd, end)
          && !(versioned && goesOn(b[end]))) {
        first(i);
        return known;
      }
    }
    return null;
  }

  /** Whether a header in the form of RFC 5424 may have a further byte. */
  private static boolean goesOn(byte next) {
    return next == ' ' || next == BYTE_ORDER_MARK;
  }

  private static int place(byte[] b, int end) {
    long hash =
        (long) LONGS.get(b, end - Long.BYTES) * PRIME + (long) LONGS.get(b, end - KEY_BYTES);
    return (int) (hash * PRIME >>> 40) & (PLACES - 1);
  }

  private void first(int index) {
    if (index > 0) {
      int length = lengths[index];
      System.arraycopy(lengths, 0, lengths, 1, index);
      lengths[0] = length;
    }
  }

  /** The sender that a header names; it is remembered if its bytes tell all. */
  SyslogSender remember(byte[] b, int from, int to, SyslogHeader read) {
    int timeEnd = Math.max(from, read.timeEnd());
    int end = read.textFrom();
    byte[] header = Arrays.copyOfRange(b, timeEnd, Math.max(timeEnd, end));
    SyslogSender sender = new SyslogSender(header, timeEnd, read);
    if (read.timeEnd() >= 0
        && header.length >= KEY_BYTES
        && header.length <= MAX_BYTES
        && end < to
        && isWhole(header, read.isVersioned())
        && !(read.isVersioned() && goesOn(b[end]))) {
      places[place(b, end)] = sender;
      rememberLength(header.length);
    }
    return sender;
  }

  private static boolean isWhole(byte[] header, boolean versioned) {
    int end = header.length;
    if (header[end - 1] != ' ') {
      return false;
    }
    if (!versioned) {
      return header[end - 2] == ':' && header[end - 3] == ']';
    }
    while (end > 0 && header[end - 1] == ' ') {
      end--;
    }
    return end > 2 && header[end - 1] == '-' && header[end - 2] == ' ' && words(header) == FIELDS;
  }

  private static int words(byte[] header) {
    int words = 0;
    for (int i = 1; i < header.length; i++) {
      words += header[i] != ' ' && header[i - 1] == ' ' ? 1 : 0;
    }
    return words;
  }

  private void rememberLength(int length) {
    int i = 0;
    while (i < MAX_LENGTHS - 1 && lengths[i] != 0 && lengths[i] != length) {
      i++;
    }
    lengths[i] = length;
    first(i);
  }
}
