package io.github.pgslowlog.workload;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls by name of user, database or application. */
final class NameCounts {
  private final Map<String, Long> counts = new HashMap<>(2);

  void add(@Nullable String name) {
    if (name != null) {
      counts.merge(name, 1L, Long::sum);
    }
  }

  void merge(NameCounts other) {
    other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  SortedMap<String, Long> sorted() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
