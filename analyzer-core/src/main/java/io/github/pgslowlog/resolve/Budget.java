package io.github.pgslowlog.resolve;

import java.util.List;

/** How much is kept of a statement, so that none can fill the memory. */
final class Budget {
  /**
   * Columns in roles, a candidate of an ambiguous one counting as one. The widest statements of
   * programs have some hundreds.
   */
  static final int MAX_USES = 10_000;

  /** Queries, those of views included; views refer to views, which multiplies them. */
  static final int MAX_BLOCKS = 1_000;

  private int uses;
  private int blocks;
  private boolean exceeded;

  /** Whether one more use may be kept. */
  boolean use(ColumnRef column) {
    uses += column instanceof ColumnRef.Ambiguous ambiguous ? 1 + size(ambiguous) : 1;
    exceeded |= uses > MAX_USES;
    return uses <= MAX_USES;
  }

  private static int size(ColumnRef.Ambiguous column) {
    return column.levels().stream().mapToInt(List::size).sum();
  }

  /** Whether one more query may be kept. */
  boolean block() {
    blocks++;
    exceeded |= blocks > MAX_BLOCKS;
    return blocks <= MAX_BLOCKS;
  }

  /** Whether something was left out. */
  boolean isExceeded() {
    return exceeded;
  }
}
