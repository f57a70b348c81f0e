package io.github.pgslowlog.bytes;

import java.util.Arrays;

/**
 * A view of a range of bytes. Nobody writes to the array once a slice of it exists.
 *
 * <p>Text stays bytes until somebody asks for a String: most statements of a log only ever need
 * their hash.
 */
public final class Slice {
  private static final int SMALL_BYTES = 256;

  private final byte[] array;
  private final int from;
  private final int to;

  private Slice(byte[] array, int from, int to) {
    this.array = array;
    this.from = from;
    this.to = to;
  }

  /**
   * A view of {@code array[from, to)}; the array is not copied.
   *
   * @param array the bytes
   * @param from first byte
   * @param to behind the last byte
   * @return the view
   */
  public static Slice of(byte[] array, int from, int to) {
    if (from < 0 || to > array.length || from > to) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + array.length);
    }
    return new Slice(array, from, to);
  }

  /**
   * A view of a whole array; the array is not copied.
   *
   * @param array the bytes
   * @return the view
   */
  public static Slice of(byte[] array) {
    return new Slice(array, 0, array.length);
  }

  /**
   * The array behind the view, to read only; for hot loops.
   *
   * @return the array
   */
  public byte[] array() {
    return array;
  }

  /**
   * Index in {@link #array()} of the first byte.
   *
   * @return the index
   */
  public int from() {
    return from;
  }

  /**
   * Index in {@link #array()} behind the last byte.
   *
   * @return the index
   */
  public int to() {
    return to;
  }

  /**
   * Number of bytes.
   *
   * @return the number
   */
  public int length() {
    return to - from;
  }

  /**
   * Tells whether the bytes begin with a word.
   *
   * @param word the bytes to compare
   * @return whether they do
   */
  public boolean startsWith(byte[] word) {
    return startsWithAt(0, word);
  }

  /**
   * Tells whether a word stands at an offset.
   *
   * @param offset bytes from the start of the view
   * @param word the bytes to compare
   * @return whether it does
   */
  public boolean startsWithAt(int offset, byte[] word) {
    int start = from + offset;
    return start + word.length <= to
        && Arrays.equals(array, start, start + word.length, word, 0, word.length);
  }

  /**
   * A part of the view.
   *
   * @param start offset of its first byte
   * @return the bytes from there to the end
   */
  public Slice from(int start) {
    return of(array, from + start, to);
  }

  /**
   * A part of the view.
   *
   * @param start offset of its first byte
   * @param end offset behind its last byte
   * @return the bytes between
   */
  public Slice between(int start, int end) {
    return of(array, from + start, from + end);
  }

  /**
   * For whoever keeps it: does not hold a large array for a few bytes of it.
   *
   * @return this, or a copy if less than half of the array is used
   */
  public Slice compact() {
    return array.length <= 2L * length() + SMALL_BYTES
        ? this
        : of(Arrays.copyOfRange(array, from, to));
  }

  /**
   * The text: UTF-8, or windows-1252 where the bytes are not UTF-8.
   *
   * @return the text, see {@link TextDecoder}
   */
  public String text() {
    return TextDecoder.decode(array, from, to);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that
        && Arrays.equals(array, from, to, that.array, that.from, that.to);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return text();
  }
}
