package io.github.pgslowlog.workload;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls by name of user, database or application.
 *
 * <p>Applications may put a number into each name, so only the first names in alphabetical order
 * are kept. One that was dropped once stays behind as many others for ever, so the counts of those
 * kept are exact and do not depend on the order in which statements come.
 */
final class NameCounts {
  static final int MAX_NAMES = Pattern.MAX_NAMES;

  private Map<String, Long> counts = new HashMap<>(2);

  void add(@Nullable String name) {
    if (name != null) {
      add(name, 1);
    }
  }

  void merge(NameCounts other) {
    other.counts.forEach(this::add);
  }

  void add(String name, long count) {
    counts.merge(name, count, Long::sum);
    if (counts.size() > MAX_NAMES) {
      dropLast();
    }
  }

  /** Few patterns ever come here; from then on the names are kept in order. */
  private void dropLast() {
    TreeMap<String, Long> sorted =
        counts instanceof TreeMap<String, Long> known ? known : new TreeMap<>(counts);
    sorted.pollLastEntry();
    counts = sorted;
  }

  /** Of a counter that was not needed yet, nothing. */
  static SortedMap<String, Long> sortedOrNone(@Nullable NameCounts counts) {
    return counts == null ? Collections.emptySortedMap() : counts.sorted();
  }

  SortedMap<String, Long> sorted() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
