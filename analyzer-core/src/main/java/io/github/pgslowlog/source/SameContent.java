package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Compares two logs, decompressed, byte by byte, as far as both go. */
final class SameContent {
  private static final int BLOCK_BYTES = 1 << 16;

  /** How two logs relate. */
  enum Relation {
    /** They differ in a byte, or cannot be compared. */
    DIFFERENT,
    /** Equal to the last byte. */
    SAME,
    /** The first one is the beginning of the second. */
    FIRST_IS_BEGINNING,
    /** The second one is the beginning of the first. */
    SECOND_IS_BEGINNING
  }

  /** One of the two logs; damage is its end. */
  private static final class Content {
    private final InputStream in;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int length;
    private boolean damaged;

    Content(InputStream in) {
      this.in = in;
    }

    void fill() {
      length = 0;
      try {
        int count = in.read(block);
        while (count > 0) {
          length += count;
          count = in.read(block, length, block.length - length);
        }
      } catch (IOException failure) {
        damaged = true;
      }
    }
  }

  private SameContent() {}

  /**
   * Compares.
   *
   * @return how they relate; of two equal ones, a damaged one counts as the beginning of the other
   */
  static Relation compare(LogSource first, LogSource second) {
    try (InputStream firstIn = Decompression.open(first);
        InputStream secondIn = Decompression.open(second)) {
      return compare(new Content(firstIn), new Content(secondIn));
    } catch (IOException unreadable) {
      return Relation.DIFFERENT;
    }
  }

  private static Relation compare(Content first, Content second) {
    long compared = 0;
    do {
      first.fill();
      second.fill();
      int common = Math.min(first.length, second.length);
      if (!Arrays.equals(first.block, 0, common, second.block, 0, common)) {
        return Relation.DIFFERENT;
      }
      compared += common;
    } while (first.length == BLOCK_BYTES && second.length == BLOCK_BYTES);
    if (compared == 0) {
      return Relation.DIFFERENT;
    }
    if (first.length != second.length) {
      return first.length < second.length
          ? Relation.FIRST_IS_BEGINNING
          : Relation.SECOND_IS_BEGINNING;
    }
    if (first.damaged != second.damaged) {
      return first.damaged ? Relation.FIRST_IS_BEGINNING : Relation.SECOND_IS_BEGINNING;
    }
    return Relation.SAME;
  }
}
