package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.util.Arrays;

/**
 * Copies of the lines that one message under way has in the log so far, each with its place; lines
 * of others may stand between them.
 */
public final class RawLines {
  private static final int FIRST_LINES = 4;

  private final ByteAccumulator bytes = new ByteAccumulator();
  private int[] ends = new int[FIRST_LINES];
  private long[] offsets = new long[FIRST_LINES];
  private long[] numbers = new long[FIRST_LINES];
  private int count;

  /** Starts empty. */
  public RawLines() {}

  /**
   * Adds a line.
   *
   * @param b holds it
   * @param from index of its first byte
   * @param to index behind its last byte, its line feed not included
   * @param offset bytes of the log before it
   * @param number its number, in whatever way lines are counted
   */
  public void add(byte[] b, int from, int to, long offset, long number) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    if (count > 0) {
      bytes.append('\n');
    }
    bytes.append(b, from, to);
    ends[count] = bytes.length();
    offsets[count] = offset;
    numbers[count++] = number;
  }

  /**
   * Adds the lines of another.
   *
   * @param others the lines
   * @param linesBefore what their numbers do not count
   */
  public void add(RawLines others, long linesBefore) {
    for (int i = 0; i < others.count; i++) {
      int from = others.from(i);
      add(others.array(), from, others.to(i), others.offset(i), linesBefore + others.number(i));
    }
  }

  /**
   * How many there are.
   *
   * @return number of lines
   */
  public int count() {
    return count;
  }

  /**
   * The bytes of all lines, with line feeds between.
   *
   * @return to read only, {@link #length} bytes from the first on
   */
  public byte[] array() {
    return bytes.array();
  }

  /**
   * How many bytes there are.
   *
   * @return number of bytes
   */
  public int length() {
    return bytes.length();
  }

  /**
   * Where a line starts.
   *
   * @param line index of the line
   * @return index in {@link #array}
   */
  public int from(int line) {
    return line == 0 ? 0 : ends[line - 1] + 1;
  }

  /**
   * Where a line ends.
   *
   * @param line index of the line
   * @return index in {@link #array} behind its last byte
   */
  public int to(int line) {
    return ends[line];
  }

  /**
   * Place of a line in the log.
   *
   * @param line index of the line
   * @return bytes before it
   */
  public long offset(int line) {
    return offsets[line];
  }

  /**
   * Number of a line.
   *
   * @param line index of the line
   * @return the number it was added with
   */
  public long number(int line) {
    return numbers[line];
  }
}
