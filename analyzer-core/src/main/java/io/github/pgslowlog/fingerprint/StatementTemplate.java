package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.util.Arrays;

/** A statement cut into bytes that stay and holes that values fill, see {@link Holes}. Mutable. */
final class StatementTemplate {
  /** Different ways to fill the holes: short and plain, repeated, odd and mixed. */
  static final int FILLINGS = 3;

  private static final String[] NUMBERS = {"7", "123.5", "90210"};
  private static final String[] STRINGS = {"'", "it''s -- /*'", "\"x\"'"};
  private static final String[] ESCAPES = {"'", "\\'x'", "''\\\\'"};
  private static final String[] BLOCK_COMMENTS = {"*/", " ' */", "/* x */ y */"};
  private static final String[] LINE_COMMENTS = {"", " x", "'/*"};
  private static final String[] LISTS = {"7", "7, 7,7", "'a' , -1.5,NULL, $3,E'\\'' ,.5"};
  private static final String[] ELEMENTS = {"'a'", "-1.5", "NULL", "$3", "true"};

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

  /** The text with other values. */
  void fill(int filling, ByteAccumulator out) {
    out.clear();
    int at = from;
    for (int i = 0; i < count; i++) {
      out.append(text, at, starts[i]);
      fillHole(i, filling, out);
      at = ends[i];
    }
    out.append(text, at, to);
  }

  private void fillHole(int index, int filling, ByteAccumulator out) {
    switch (holes[index]) {
      case Holes.NUMBER -> append(out, NUMBERS[filling]);
      case Holes.STRING -> append(out, STRINGS[filling]);
      case Holes.ESCAPES -> append(out, ESCAPES[filling]);
      case Holes.BLOCK_COMMENT -> append(out, BLOCK_COMMENTS[filling]);
      case Holes.LINE_COMMENT -> append(out, LINE_COMMENTS[filling]);
      case Holes.LIST -> append(out, LISTS[filling]);
      case Holes.ROWS -> rows(details[index], filling, out);
      default -> out.append(text, starts[index], ends[index]);
    }
  }

  /** One row of numbers, three of them, or two of all kinds of values. */
  private static void rows(int width, int filling, ByteAccumulator out) {
    int rows = filling == 0 ? 1 : 4 - filling;
    for (int row = 0; row < rows; row++) {
      append(out, row == 0 ? "(" : ", (");
      for (int i = 0; i < width; i++) {
        append(out, i == 0 ? "" : ",");
        append(out, filling == 2 ? ELEMENTS[(row + i) % ELEMENTS.length] : "7");
      }
      append(out, ")");
    }
  }

  private static void append(ByteAccumulator out, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      out.append(ascii.charAt(i));
    }
  }
}
