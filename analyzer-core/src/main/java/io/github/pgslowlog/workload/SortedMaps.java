package io.github.pgslowlog.workload;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of maps that never change, made only of those that may. */
final class SortedMaps {
  private SortedMaps() {}

  static <K, V> SortedMap<K, V> copyOf(SortedMap<K, V> map) {
    if (map.isEmpty()) {
      return Collections.emptySortedMap();
    }
    return isFixed(map) ? map : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** The same, of the maps within it too. */
  static <K, L, V> SortedMap<K, SortedMap<L, V>> copyOfAll(SortedMap<K, SortedMap<L, V>> maps) {
    if (maps.isEmpty()) {
      return Collections.emptySortedMap();
    }
    if (isFixed(maps) && maps.values().stream().allMatch(SortedMaps::isFixed)) {
      return maps;
    }
    SortedMap<K, SortedMap<L, V>> copy = new TreeMap<>(maps);
    copy.replaceAll((key, map) -> copyOf(map));
    return Collections.unmodifiableSortedMap(copy);
  }

  /** What cannot be changed is not wrapped once more: no other way to ask. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isFixed(SortedMap<?, ?> map) {
    return map.isEmpty() || Collections.unmodifiableSortedMap(map) == map;
  }
}
