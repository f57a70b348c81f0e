package io.github.pgslowlog.select;

import java.util.HashMap;
import java.util.Map;

/**
 * What an index must be worth, in units of the objective, where 0.01 is 1 % of all that statements
 * cost.
 */
final class IndexPrices {
  /** Each index makes planning longer and has to be looked after. */
  static final double EACH = 0.002;

  /** An index as large as all tables together. */
  static final double STORAGE = 0.05;

  /** An index that doubles what is written. */
  static final double WRITES = 0.05;

  private final Map<Integer, Double> prices = new HashMap<>();
  private final OfferedIndexes offered;
  private final WriteCostModel writes;

  IndexPrices(OfferedIndexes offered, WriteCostModel writes) {
    this.offered = offered;
    this.writes = writes;
  }

  double of(int id) {
    return prices.computeIfAbsent(id, this::price);
  }

  private double price(int id) {
    long bytes = offered.bytes(id);
    return EACH
        + STORAGE * writes.shareOfTables(bytes)
        + WRITES * writes.shareOfWrites(offered.index(id), bytes);
  }

  double of(IndexSet set) {
    return set.ids().stream().mapToDouble(this::of).sum();
  }
}
