package io.github.pgslowlog.bytes;

import java.util.Arrays;

/** A growing array of bytes, to be reused: cleared, not thrown away. */
public final class ByteAccumulator {
  private static final int FIRST_BYTES = 256;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  /** Starts empty. */
  public ByteAccumulator() {}

  /** Forgets the bytes and keeps the room. */
  public void clear() {
    length = 0;
  }

  /**
   * Forgets the last bytes.
   *
   * @param newLength how many bytes stay
   */
  public void truncate(int newLength) {
    length = Math.min(length, newLength);
  }

  /**
   * Adds a byte.
   *
   * @param b the byte; its lowest eight bits count
   */
  public void append(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  /**
   * Adds bytes.
   *
   * @param source all of them
   */
  public void append(byte[] source) {
    append(source, 0, source.length);
  }

  /**
   * Adds bytes.
   *
   * @param source holds them
   * @param from index of the first
   * @param to index behind the last
   */
  public void append(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  /**
   * The array to write more bytes to, from index {@link #length()} on, for hot loops; {@link
   * #extend} tells then how many it were.
   *
   * @param count how many bytes may be written
   * @return an array with room for them
   */
  public byte[] room(int count) {
    reserve(count);
    return bytes;
  }

  /**
   * Adds bytes that were written to the {@link #room}.
   *
   * @param count how many
   */
  public void extend(int count) {
    length += count;
  }

  /** Room for some more bytes, doubled so that adding costs constant time on average. */
  private void reserve(int count) {
    int needed = Math.addExact(length, count);
    if (needed > bytes.length) {
      long doubled = Math.max(needed, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, Integer.MAX_VALUE - 8));
    }
  }

  /**
   * The bytes, from index 0 on; to read only, until the next change.
   *
   * @return an array at least {@link #length()} long
   */
  public byte[] array() {
    return bytes;
  }

  /**
   * Number of bytes.
   *
   * @return the number
   */
  public int length() {
    return length;
  }

  /**
   * The bytes, on their own.
   *
   * @return a copy
   */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
