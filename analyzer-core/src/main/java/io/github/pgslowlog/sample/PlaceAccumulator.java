package io.github.pgslowlog.sample;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Counts the values at one place of a pattern. */
final class PlaceAccumulator {
  private static final Comparator<ConstantCounts.Seen> MOST_FIRST =
      Comparator.comparingLong(ConstantCounts.Seen::count)
          .reversed()
          .thenComparing(ConstantCounts.Seen::text)
          .thenComparing(ConstantCounts.Seen::string);

  private final Map<Constant.Known, Long> counts = new HashMap<>();
  private long samples;
  private long nulls;

  /** Adds what a sample has there: one value, or the elements of a list. */
  void add(List<Constant> constants) {
    if (constants.isEmpty()) {
      return;
    }
    samples++;
    for (Constant constant : new HashSet<>(constants)) {
      if (constant instanceof Constant.Known known) {
        counts.merge(known, 1L, Long::sum);
      } else if (constant instanceof Constant.Null) {
        nulls++;
      }
    }
  }

  ConstantCounts toCounts() {
    List<ConstantCounts.Seen> most =
        counts.entrySet().stream()
            .map(e -> seen(e.getKey(), e.getValue()))
            .sorted(MOST_FIRST)
            .limit(ConstantCounts.MAX_VALUES)
            .toList();
    return new ConstantCounts(samples, nulls, most);
  }

  private static ConstantCounts.Seen seen(Constant.Known value, long count) {
    return new ConstantCounts.Seen(value.text(), value.string(), count);
  }
}
