package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A statement cut into bytes that stay and holes that values fill, see {@link Holes}. Mutable. */
final class StatementTemplate {
  private static final byte[] INTEGER = bytes("7");
  private static final byte[] FRACTION = bytes("70.25");
  private static final byte[] STRING = bytes("it''s -- /*'");
  private static final byte[] ESCAPES = bytes("''\\' x'");
  private static final byte[] BLOCK_COMMENT = bytes("/* x */ ' */");
  private static final byte[] LINE_COMMENT = bytes(" '/*");
  private static final byte[] LIST = bytes("7, 8,'a' , -1.5,NULL, $3,E'\\'' ,.5");
  private static final byte[] STRING_ELEMENT = bytes("'x'");

  private final byte[] text;
  private final int from;
  private final int to;
  private int count;
  private byte[] holes = new byte[16];
  private int[] details = new int[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  StatementTemplate(byte[] text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  void addHole(byte hole, int detail, int start, int end) {
    if (count == holes.length) {
      holes = Arrays.copyOf(holes, 2 * count);
      details = Arrays.copyOf(details, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    holes[count] = hole;
    details[count] = detail;
    starts[count] = start;
    ends[count++] = end;
  }

  byte[] text() {
    return text;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int holes() {
    return count;
  }

  byte hole(int index) {
    return holes[index];
  }

  int detail(int index) {
    return details[index];
  }

  int holeStart(int index) {
    return starts[index];
  }

  int holeEnd(int index) {
    return ends[index];
  }

  /** How many bytes stay. */
  int constantBytes() {
    int bytes = to - from;
    for (int i = 0; i < count; i++) {
      bytes -= ends[i] - starts[i];
    }
    return bytes;
  }

  /** The text with other values, in lists of other lengths. */
  void fill(ByteAccumulator out) {
    out.clear();
    int at = from;
    for (int i = 0; i < count; i++) {
      out.append(text, at, starts[i]);
      fillHole(i, out);
      at = ends[i];
    }
    out.append(text, at, to);
  }

  private void fillHole(int index, ByteAccumulator out) {
    switch (holes[index]) {
      case Holes.NUMBER -> out.append(isInteger(index) ? FRACTION : INTEGER);
      case Holes.STRING -> out.append(STRING);
      case Holes.ESCAPES -> out.append(ESCAPES);
      case Holes.BLOCK_COMMENT -> out.append(BLOCK_COMMENT);
      case Holes.LINE_COMMENT -> out.append(LINE_COMMENT);
      case Holes.LIST -> out.append(LIST);
      case Holes.ROWS -> fillRows(details[index], out);
      default -> out.append(text, starts[index], ends[index]);
    }
  }

  private boolean isInteger(int index) {
    for (int i = starts[index]; i < ends[index]; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** A row of numbers, another, which is what could be ordinals, and a row of strings. */
  private static void fillRows(int width, ByteAccumulator out) {
    for (int row = 0; row < 3; row++) {
      out.append(row == 0 ? ' ' : ',');
      for (int i = 0; i < width; i++) {
        out.append(i == 0 ? '(' : ',');
        out.append(row < 2 ? INTEGER : STRING_ELEMENT);
      }
      out.append(')');
    }
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
