package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Templates of statements, found by text.
 *
 * <p>A radix tree over the bytes, with holes. A text that leads to a template has its tokens, but
 * for the values in the holes: by induction, since the bytes between are equal, a hole starts with
 * a byte of the same class as the sample's (so that the token before ends there, too), and what
 * fills it is a whole token by the rules of the scanner.
 *
 * <p>Hot path. For one thread.
 */
final class StatementTrie {
  /** So many other ways are remembered and tried, where bytes and a hole both fit. */
  private static final int MAX_WAYS = 8;

  private final Holes holes = new Holes();
  private final TrieNode[] wayNodes = new TrieNode[MAX_WAYS];
  private final int[] wayPlaces = new int[MAX_WAYS];
  private TrieNode root = new TrieNode(new byte[0]);
  private long bytes;

  /** Where the block comment stands that filled a hole last, without its opening bytes. */
  private int commentFrom;

  private int commentTo;

  StatementTrie() {
    Arrays.fill(wayNodes, root);
  }

  /** The statement whose template a text has, or null. */
  @Nullable KnownStatement find(byte[] sql, int from, int to) {
    TrieNode node = root;
    int at = from;
    int ways = 0;
    int tries = MAX_WAYS;
    while (true) {
      if (at < to) {
        TrieNode next = node.below(sql[at]);
        if (next != null && next.isAt(sql, at, to)) {
          if (node.hole != Holes.NONE && ways < MAX_WAYS) {
            wayNodes[ways] = node;
            wayPlaces[ways++] = at;
          }
          node = next;
          at += next.length();
          continue;
        }
      } else if (node.statement != null) {
        return node.statement;
      }
      int end = node.hole == Holes.NONE ? -1 : holes.end(node.hole, node.detail, sql, at, to);
      while (end < 0) {
        if (ways == 0 || tries-- == 0) {
          return null;
        }
        node = wayNodes[--ways];
        at = wayPlaces[ways];
        end = holes.end(node.hole, node.detail, sql, at, to);
      }
      TrieNode behind = node.behindHole;
      if (behind == null) {
        return null;
      }
      if (node.hole == Holes.BLOCK_COMMENT) {
        commentFrom = at;
        commentTo = end;
      }
      node = behind;
      at = end;
    }
  }

  /**
   * Where the comment starts that filled the hole of the template found last, behind its opening.
   */
  int commentFrom() {
    return commentFrom;
  }

  int commentTo() {
    return commentTo;
  }

  /**
   * Adds a template.
   *
   * @return whether it has a place: not if another hole starts where one of its holes does, or a
   *     statement is there
   */
  boolean add(StatementTemplate template, KnownStatement statement) {
    TrieNode node = root;
    int at = template.from();
    for (int i = 0; i < template.holes(); i++) {
      node = addBytes(node, template.text(), at, template.holeStart(i));
      if (node.hole == Holes.NONE) {
        node.hole = template.hole(i);
        node.detail = template.detail(i);
        node.behindHole = newNode(new byte[0]);
      }
      TrieNode behind = node.behindHole;
      if (behind == null || node.hole != template.hole(i) || node.detail != template.detail(i)) {
        return false;
      }
      node = behind;
      at = template.holeEnd(i);
    }
    node = addBytes(node, template.text(), at, template.to());
    if (node.statement != null) {
      return false;
    }
    node.statement = statement;
    return true;
  }

  private TrieNode addBytes(TrieNode start, byte[] text, int from, int to) {
    TrieNode node = start;
    int at = from;
    while (at < to) {
      TrieNode next = node.below(text[at]);
      if (next == null || next.sameBytes(text, at, to) == 0) {
        TrieNode added = newNode(Arrays.copyOfRange(text, at, to));
        int before = node.tableBytes();
        node.add(added);
        bytes += node.tableBytes() - before;
        return added;
      }
      int same = next.sameBytes(text, at, to);
      if (same < next.length()) {
        next = node.split(next, same);
        bytes += TrieNode.OVERHEAD_BYTES;
      }
      node = next;
      at += same;
    }
    return node;
  }

  private TrieNode newNode(byte[] label) {
    bytes += TrieNode.OVERHEAD_BYTES + label.length;
    return new TrieNode(label);
  }

  /** About how much memory the templates take. */
  long bytes() {
    return bytes;
  }

  void clear() {
    root = new TrieNode(new byte[0]);
    Arrays.fill(wayNodes, root);
    bytes = 0;
  }
}
