package io.github.pgslowlog.workload;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls by value of each tag.
 *
 * <p>Values such as trace identifiers never end, so only the first keys and values in alphabetical
 * order are kept. One that was dropped once stays behind as many others for ever, so the counts of
 * those kept are exact and do not depend on the order in which statements come.
 */
final class TagCounts {
  /** Frameworks write about ten keys. */
  static final int MAX_KEYS = 16;

  /** A pattern comes from a few places in an application. */
  static final int MAX_VALUES = 20;

  private final TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();

  void add(Map<String, String> tags) {
    tags.forEach((key, value) -> add(key, value, 1));
  }

  void merge(TagCounts other) {
    other.counts.forEach((key, values) -> values.forEach((value, count) -> add(key, value, count)));
  }

  private void add(String key, String value, long count) {
    TreeMap<String, Long> values = counts.computeIfAbsent(key, k -> new TreeMap<>());
    values.merge(value, count, Long::sum);
    if (values.size() > MAX_VALUES) {
      values.pollLastEntry();
    }
    if (counts.size() > MAX_KEYS) {
      counts.pollLastEntry();
    }
  }

  /** Of a counter that was not needed yet, nothing. */
  static SortedMap<String, SortedMap<String, Long>> sortedOrNone(@Nullable TagCounts counts) {
    return counts == null ? Collections.emptySortedMap() : counts.sorted();
  }

  SortedMap<String, SortedMap<String, Long>> sorted() {
    SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
    counts.forEach(
        (key, values) -> copy.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(values))));
    return Collections.unmodifiableSortedMap(copy);
  }
}
