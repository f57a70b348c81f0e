package io.github.pgslowlog.sample;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the values at one place of a pattern. */
final class PlaceAccumulator {
  private static final Comparator<ConstantCounts.Seen> MOST_FIRST =
      Comparator.comparingLong(ConstantCounts.Seen::count)
          .reversed()
          .thenComparing(ConstantCounts.Seen::text)
          .thenComparing(ConstantCounts.Seen::string);

  private final Map<Constant, Long> counts = new HashMap<>();
  private long samples;
  private long nulls;

  /** Adds what a sample has there: one value, or the elements of a list. */
  void add(List<Constant> constants) {
    if (constants.isEmpty()) {
      return;
    }
    samples++;
    Set<Constant> once = new HashSet<>(constants);
    nulls += once.remove(Constant.NULL) ? 1 : 0;
    once.forEach(constant -> counts.merge(constant, 1L, Long::sum));
  }

  ConstantCounts toCounts() {
    List<ConstantCounts.Seen> most =
        counts.entrySet().stream()
            .map(e -> e.getKey().seen(e.getValue()))
            .flatMap(Optional::stream)
            .sorted(MOST_FIRST)
            .limit(ConstantCounts.MAX_VALUES)
            .toList();
    return new ConstantCounts(samples, nulls, most);
  }
}
