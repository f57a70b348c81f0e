package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.SortKey;
import java.util.List;

/** ORDER BY as index keys. */
final class SortKeys {
  private SortKeys() {}

  /**
   * The keys whose order, read forwards or backwards, is that of ORDER BY. {@code a DESC, b DESC}
   * is the plain index {@code (a, b)} read backwards. {@code a DESC NULLS LAST} stays as it is
   * written: {@code (a NULLS FIRST)} read backwards is the same, but nobody would recognise it.
   */
  static List<IndexKey> of(List<SortKey> sort) {
    boolean backwards =
        sort.stream().allMatch(key -> key.descending() && nullsFirst(key) == key.descending());
    return sort.stream().map(key -> backwards ? reversed(key) : key(key)).toList();
  }

  private static IndexKey key(SortKey key) {
    return IndexKey.of(KeyList.column(key)).ordered(key.descending(), nullsFirst(key));
  }

  private static IndexKey reversed(SortKey key) {
    return IndexKey.of(KeyList.column(key)).ordered(!key.descending(), !nullsFirst(key));
  }

  /** NULLs are first in descending and last in ascending order unless something else is written. */
  private static boolean nullsFirst(SortKey key) {
    return switch (key.nulls()) {
      case DEFAULT -> key.descending();
      case FIRST -> true;
      case LAST -> false;
    };
  }
}
