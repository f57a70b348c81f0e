package io.github.pgslowlog.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a csvlog that are no records. */
final class CsvLine {
  static final int BYTE_ORDER_MARK_BYTES = 3;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] HEADER = ascii("log_time,");
  private static final byte[] QUOTED_HEADER = ascii("\"log_time\",");

  private CsvLine() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean isBlank(byte[] b, int at, int to) {
    return at == to || (b[at] == '\r' && at + 1 == to);
  }

  /** Whether the line names the columns, as exports do. */
  static boolean isHeader(byte[] b, int at, int to) {
    return startsWith(b, at, to, HEADER) || startsWith(b, at, to, QUOTED_HEADER);
  }

  static boolean hasByteOrderMark(byte[] b, int at, int to) {
    return startsWith(b, at, to, BYTE_ORDER_MARK);
  }

  /** Index of the record or the NUL that follows in a line that is no csv, or the line's end. */
  static int foreignEnd(byte[] b, int at, int to) {
    int start = RecordStart.find(b, at, to, to);
    int end = start < 0 ? to : start;
    for (int i = at; i < end; i++) {
      if (b[i] == 0) {
        return i;
      }
    }
    return end;
  }

  private static boolean startsWith(byte[] b, int at, int to, byte[] word) {
    return to - at >= word.length && Arrays.equals(b, at, at + word.length, word, 0, word.length);
  }
}
