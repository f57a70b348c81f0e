package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in the texts of templates: the bytes before it, and what may follow. Hot path, fields
 * open to {@link StatementTrie}.
 */
final class TrieNode {
  /** What a node takes beside its label and a table of more than one. */
  static final int OVERHEAD_BYTES = 120;

  /** The bytes between the node above and this one; none behind a hole. */
  private byte[] label;

  private long head;

  /** The nodes below by the first byte of their label, without two in one place. */
  private @Nullable TrieNode[] below = new @Nullable TrieNode[1];

  private int mask;

  /** The hole that starts here, see {@link Holes}. */
  byte hole = Holes.NONE;

  int detail;
  @Nullable TrieNode behindHole;

  /** The statement that ends here. */
  @Nullable KnownStatement statement;

  TrieNode(byte[] label) {
    this.label = label;
    head = EightBytes.at(label, 0, label.length);
  }

  int length() {
    return label.length;
  }

  /** What the table of nodes below takes. */
  int tableBytes() {
    return 4 * below.length;
  }

  /** How many bytes of the label stand at an index. */
  int sameBytes(byte[] text, int at, int to) {
    int length = Math.min(label.length, to - at);
    int different = Arrays.mismatch(label, 0, length, text, at, at + length);
    return different < 0 ? length : different;
  }

  /** The node below that goes on with a byte, if any does. */
  @Nullable TrieNode below(byte first) {
    return below[first & mask];
  }

  /** Whether the label stands at an index. */
  boolean isAt(byte[] sql, int at, int to) {
    int length = label.length;
    if (to - at < length) {
      return false;
    }
    if (length <= 8) {
      return EightBytes.first(EightBytes.at(sql, at, to), length) == head;
    }
    return EightBytes.at(sql, at, to) == head
        && Arrays.equals(label, 8, length, sql, at + 8, at + length);
  }

  /** Adds a node below; none there starts with the same byte. */
  void add(TrieNode node) {
    int size = below.length;
    while (!place(node, size)) {
      size *= 2;
    }
  }

  /** Puts the nodes below and one more in a table, if it has a place for each. */
  private boolean place(TrieNode node, int size) {
    @Nullable TrieNode[] table = new @Nullable TrieNode[size];
    table[node.label[0] & (size - 1)] = node;
    for (TrieNode old : below) {
      if (old != null) {
        int place = old.label[0] & (size - 1);
        if (table[place] != null) {
          return false;
        }
        table[place] = old;
      }
    }
    below = table;
    mask = size - 1;
    return true;
  }

  /** Parts the label of a node below, and gives the new node at the seam. */
  TrieNode split(TrieNode lower, int at) {
    TrieNode seam = new TrieNode(Arrays.copyOf(lower.label, at));
    below[lower.label[0] & mask] = seam;
    lower.label = Arrays.copyOfRange(lower.label, at, lower.label.length);
    lower.head = EightBytes.at(lower.label, 0, lower.label.length);
    seam.add(lower);
    return seam;
  }
}
