package io.github.pgslowlog;

import io.github.pgslowlog.statement.StatementKind;
import java.util.Arrays;

/**
 * A sample of a log: the smallest hashes of its entries, each once, in order. Hot path: an entry
 * that is not among them costs a hash and a comparison.
 */
final class SmallestHashes {
  static final int SIZE = 64;

  /** Fewer in common may be chance. */
  private static final int LEAST_COMMON = 5;

  private final long[] hashes = new long[SIZE];
  private int size;

  static long hash(long second, long micros, StatementKind kind, int sqlLength) {
    return mix(
        second * 0xA0761D6478BD642FL
            + micros * 0xE7037ED1A0B428DBL
            + kind.ordinal() * 0x8EBC6AF09C88C6E3L
            + sqlLength * 0x589965CC75374CC3L);
  }

  /** Steele, Lea and Flood's mixing function (SplitMix64). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  void add(long hash) {
    if (size == SIZE && hash >= hashes[SIZE - 1]) {
      return;
    }
    int found = Arrays.binarySearch(hashes, 0, size, hash);
    if (found < 0) {
      int place = -found - 1;
      size = Math.min(SIZE, size + 1);
      System.arraycopy(hashes, place, hashes, place + 1, size - 1 - place);
      hashes[place] = hash;
    }
  }

  /** Compares what both samples could hold: up to the largest hash of the one that ends first. */
  boolean overlaps(SmallestHashes other) {
    long limit = Math.min(limit(), other.limit());
    int mine = upTo(limit);
    int theirs = other.upTo(limit);
    int common = 0;
    for (int i = 0; i < mine; i++) {
      common += Arrays.binarySearch(other.hashes, 0, theirs, hashes[i]) >= 0 ? 1 : 0;
    }
    return common >= LEAST_COMMON && 2 * common >= Math.min(mine, theirs);
  }

  private long limit() {
    return size < SIZE ? Long.MAX_VALUE : hashes[SIZE - 1];
  }

  private int upTo(long limit) {
    int found = Arrays.binarySearch(hashes, 0, size, limit);
    return found >= 0 ? found + 1 : -found - 1;
  }

  long[] toArray() {
    return Arrays.copyOf(hashes, size);
  }
}
