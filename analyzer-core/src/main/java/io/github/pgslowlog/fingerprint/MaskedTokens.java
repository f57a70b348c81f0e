package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which tokens of a statement a {@link Canonicalizer} masks, and which start a folded list. Of a
 * long statement only the head is looked at. For one thread.
 */
final class MaskedTokens extends ValueRecorder {
  private final int maxBytes;
  private final BitSet masked = new BitSet();
  private final BitSet listHeads = new BitSet();
  private int[] positions = new int[64];
  private int[] starts = new int[64];
  private int count;
  private int base;
  private boolean whole = true;

  /** Looks at so many bytes of a statement. */
  MaskedTokens(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Forgets the statement before; the next starts at an index. */
  void start(int from) {
    masked.clear();
    listHeads.clear();
    count = 0;
    base = from;
    whole = true;
  }

  /** Whether a value starts at an index. */
  boolean isMasked(int start) {
    return masked.get(start - base);
  }

  /** Whether the first value of a list that folded into one starts at an index. */
  boolean isListHead(int start) {
    return listHeads.get(start - base);
  }

  @Override
  void value(int position, byte mark, TokenKind kind, int from, int to, boolean negative) {
    if (from - base >= maxBytes) {
      whole = false;
      return;
    }
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
    }
    positions[count] = position;
    starts[count++] = from;
    masked.set(from - base);
  }

  @Override
  void folds(int kept, int start, int end) {}

  /** The value written last at the position is the one that is there. */
  @Override
  void becomesList(int position) {
    int i = whole ? count - 1 : -1;
    while (i >= 0 && positions[i] != position) {
      i--;
    }
    if (i >= 0) {
      listHeads.set(starts[i] - base);
    }
  }
}
