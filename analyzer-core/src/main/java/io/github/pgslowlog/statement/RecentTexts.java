package io.github.pgslowlog.statement;

import java.util.Arrays;

/** Keys of the latest executions of a session that no plan belongs to yet. */
final class RecentTexts {
  /** Portals stay open while others run; more than a few at once are rare. */
  private static final int CAPACITY = 32;

  private long[] keys = new long[0];
  private int size;

  void add(long key) {
    take(key);
    if (size == keys.length && size < CAPACITY) {
      keys = Arrays.copyOf(keys, Math.max(4, Math.min(CAPACITY, 2 * size)));
    }
    if (size == CAPACITY) {
      System.arraycopy(keys, 1, keys, 0, --size);
    }
    keys[size++] = key;
  }

  /** Whether the key was there; it is not any more. */
  boolean take(long key) {
    for (int i = size - 1; i >= 0; i--) {
      if (keys[i] == key) {
        System.arraycopy(keys, i + 1, keys, i, size - i - 1);
        size--;
        return true;
      }
    }
    return false;
  }
}
