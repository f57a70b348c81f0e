package io.github.pgslowlog.workload;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A map with one key that never changes, in a fifth of the memory: most columns have one role, and
 * there may be some hundred thousand of them.
 */
final class SingleEntry<K extends Comparable<K>, V> extends AbstractMap<K, V> {
  private final K key;
  private final V value;

  private SingleEntry(K key, V value) {
    this.key = key;
    this.value = value;
  }

  /** A copy in the order of its keys that never changes. */
  static <K extends Comparable<K>, V> Map<K, V> copyOf(Map<K, V> map) {
    if (map instanceof SingleEntry<K, V> single) {
      return single;
    }
    if (map.size() == 1) {
      Map.Entry<K, V> only = map.entrySet().iterator().next();
      return new SingleEntry<>(only.getKey(), only.getValue());
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return Set.of(Map.entry(key, value));
  }
}
