package io.github.pgslowlog.frame;

import java.util.Arrays;

/**
 * The lines before the first csvlog record of a file, until it is clear what they are: the end of a
 * record whose start is in another file, or no csv at all.
 */
final class HeldLines {
  /** More than any server prints before it writes its first record. */
  static final int MAX_BYTES = 1 << 16;

  private static final int MAX_LINES = 1024;

  private final byte[] text = new byte[MAX_BYTES];
  private final int[] ends = new int[MAX_LINES];
  private final long[] offsets = new long[MAX_LINES];
  private final long[] numbers = new long[MAX_LINES];
  private int count;

  /** Whether there was room for the line. */
  boolean add(byte[] b, int from, int to, long offset, long number) {
    int start = start(count);
    if (count == MAX_LINES || to - from > MAX_BYTES - start) {
      return false;
    }
    System.arraycopy(b, from, text, start, to - from);
    ends[count] = start + to - from;
    offsets[count] = offset;
    numbers[count] = number;
    count++;
    return true;
  }

  private int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  /**
   * Whether they are the end of a record. A quoted column that was open before them is closed in
   * them, which makes the number of quotes odd; if none was, they end as a record does.
   */
  boolean endARecord() {
    int length = start(count);
    int quotes = 0;
    for (int i = 0; i < length; i++) {
      quotes += text[i] == '"' ? 1 : 0;
    }
    if (quotes % 2 == 1 || RecordStart.isPieceOfTime(text, 0, length)) {
      return true;
    }
    int end = length > 0 && text[length - 1] == '\r' ? length - 1 : length;
    while (end > 0 && RecordStart.isDigit(text[end - 1])) {
      end--;
    }
    boolean ended = end > 0 && (text[end - 1] == '"' || text[end - 1] == ',');
    return ended && hasColumns(length);
  }

  private boolean hasColumns(int length) {
    for (int i = 0; i + 1 < length; i++) {
      if (text[i] == ',' && (text[i + 1] == ',' || text[i + 1] == '"')) {
        return true;
      }
    }
    return false;
  }

  /** Microseconds that the text reports. */
  long lostMicros() {
    return Damage.lostMicros(text, 0, start(count));
  }

  void replay(ForeignLine foreign) {
    byte[] copy = Arrays.copyOf(text, start(count));
    for (int i = 0; i < count; i++) {
      foreign.line(copy, start(i), ends[i], offsets[i], numbers[i]);
    }
  }
}
