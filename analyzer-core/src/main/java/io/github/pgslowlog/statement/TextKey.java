package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A number by which texts are compared without being kept.
 *
 * <p>Of long texts only head, tail and length go in: statements that agree in these differ in
 * values at most. Hot path: eight bytes at a time.
 */
public final class TextKey {
  private static final int PART = 256;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private TextKey() {}

  /** The key; equal texts have equal keys. */
  static long of(Slice text) {
    return of(text.array(), text.from(), text.to());
  }

  /**
   * The key of a text.
   *
   * @param text holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return the same number for the same text
   */
  public static long of(byte[] text, int from, int to) {
    int length = to - from;
    int head = Math.min(length, PART);
    int tail = Math.max(head, length - PART);
    long key = hash(text, from, from + head, (OFFSET ^ length) * PRIME);
    return hash(text, from + tail, to, key);
  }

  /** The key under which FETCH and MOVE of a cursor wait for the plan of its DECLARE. */
  static long ofCursor(String name) {
    return (OFFSET ^ name.hashCode()) * PRIME;
  }

  private static long hash(byte[] text, int from, int to, long start) {
    long hash = start;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(text, i)) * PRIME;
      hash ^= hash >>> 32;
    }
    for (; i < to; i++) {
      hash = (hash ^ text[i]) * PRIME;
    }
    return hash ^ hash >>> 32;
  }
}
