package io.github.pgslowlog.select;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A set of candidates, by their numbers. */
final class IndexSet {
  static final IndexSet EMPTY = new IndexSet(new long[0]);

  private final long[] words;

  private IndexSet(long[] words) {
    this.words = words;
  }

  static IndexSet of(BitSet bits) {
    return bits.isEmpty() ? EMPTY : new IndexSet(bits.toLongArray());
  }

  static IndexSet of(int... ids) {
    BitSet bits = new BitSet();
    Arrays.stream(ids).forEach(bits::set);
    return of(bits);
  }

  boolean contains(int id) {
    int word = id >> 6;
    return word < words.length && (words[word] >>> id & 1) != 0;
  }

  boolean isEmpty() {
    return words.length == 0;
  }

  int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }

  /** In ascending order. */
  List<Integer> ids() {
    return BitSet.valueOf(words).stream().boxed().toList();
  }

  /** On the path that every estimate of a cost takes. */
  boolean isSubsetOf(IndexSet other) {
    if (words.length > other.words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if ((words[i] & ~other.words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean intersects(IndexSet other) {
    for (int i = Math.min(words.length, other.words.length) - 1; i >= 0; i--) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  IndexSet with(int id) {
    BitSet bits = BitSet.valueOf(words);
    bits.set(id);
    return of(bits);
  }

  IndexSet without(int id) {
    BitSet bits = BitSet.valueOf(words);
    bits.clear(id);
    return of(bits);
  }

  IndexSet and(IndexSet other) {
    BitSet bits = BitSet.valueOf(words);
    bits.and(BitSet.valueOf(other.words));
    return of(bits);
  }

  IndexSet or(IndexSet other) {
    BitSet bits = BitSet.valueOf(words);
    bits.or(BitSet.valueOf(other.words));
    return of(bits);
  }

  IndexSet minus(IndexSet other) {
    BitSet bits = BitSet.valueOf(words);
    bits.andNot(BitSet.valueOf(other.words));
    return of(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexSet set && Arrays.equals(words, set.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return ids().toString();
  }
}
