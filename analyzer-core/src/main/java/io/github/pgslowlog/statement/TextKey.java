package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;

/**
 * A number by which texts are compared without being kept.
 *
 * <p>Of long texts only head, tail and length go in: statements that agree in these differ in
 * values at most.
 */
final class TextKey {
  private static final int PART = 256;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TextKey() {}

  /** The key; equal texts have equal keys. */
  static long of(Slice text) {
    int head = Math.min(text.length(), PART);
    int tail = Math.max(head, text.length() - PART);
    long key = hash(text, 0, head, (OFFSET ^ text.length()) * PRIME);
    return hash(text, tail, text.length(), key);
  }

  /** The key under which FETCH and MOVE of a cursor wait for the plan of its DECLARE. */
  static long ofCursor(String name) {
    return (OFFSET ^ name.hashCode()) * PRIME;
  }

  private static long hash(Slice text, int from, int to, long start) {
    long hash = start;
    for (int i = text.from() + from; i < text.from() + to; i++) {
      hash = (hash ^ text.array()[i]) * PRIME;
    }
    return hash;
  }
}
