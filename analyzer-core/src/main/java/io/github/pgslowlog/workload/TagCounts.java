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

  private static final int RECENT = 4;

  private final TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();

  /** Tags that came lately and were not added up yet: readers give the same object for the same. */
  private final @Nullable Map<String, String>[] recent = newMaps();

  private final long[] recentCalls = new long[RECENT];
  private int next;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Map<String, String>[] newMaps() {
    return (Map<String, String>[]) new Map[RECENT];
  }

  /** Hot path. */
  @SuppressWarnings("ReferenceEquality")
  void add(Map<String, String> tags) {
    for (int i = 0; i < RECENT; i++) {
      if (recent[i] == tags) {
        recentCalls[i]++;
        return;
      }
    }
    settle(next);
    recent[next] = tags;
    recentCalls[next] = 1;
    next = (next + 1) % RECENT;
  }

  private void settle(int index) {
    Map<String, String> tags = recent[index];
    if (tags != null) {
      tags.forEach((key, value) -> add(key, value, recentCalls[index]));
      recent[index] = null;
    }
  }

  private void settle() {
    for (int i = 0; i < RECENT; i++) {
      settle(i);
    }
  }

  void merge(TagCounts other) {
    other.settle();
    other.counts.forEach((key, values) -> values.forEach((value, count) -> add(key, value, count)));
  }

  private void add(String key, String value, long count) {
    if (counts.size() == MAX_KEYS && key.compareTo(counts.lastKey()) > 0) {
      return;
    }
    TreeMap<String, Long> values = counts.computeIfAbsent(key, k -> new TreeMap<>());
    if (values.size() == MAX_VALUES && value.compareTo(values.lastKey()) > 0) {
      return;
    }
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
    settle();
    SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
    counts.forEach(
        (key, values) -> copy.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(values))));
    return Collections.unmodifiableSortedMap(copy);
  }
}
