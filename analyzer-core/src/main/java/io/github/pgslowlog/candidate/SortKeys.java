package io.github.pgslowlog.candidate;

import io.github.pgslowlog.resolve.SortKey;
import java.util.List;

/** ORDER BY as index keys. */
final class SortKeys {
  private SortKeys() {}

  /**
   * The keys whose order, read forwards or backwards, is that of ORDER BY. {@code a DESC, b DESC}
   * is the plain index {@code (a, b)} read backwards.
   */
  static List<IndexKey> of(List<SortKey> sort) {
    boolean backwards = sort.stream().allMatch(SortKey::descending);
    return sort.stream().map(key -> backwards ? reversed(key) : key(key)).toList();
  }

  private static IndexKey key(SortKey key) {
    return new IndexKey(
        KeyList.column(key), key.descending(), written(key.descending(), key.nulls()));
  }

  private static IndexKey reversed(SortKey key) {
    SortKey.Nulls nulls =
        switch (key.nulls()) {
          case DEFAULT -> SortKey.Nulls.DEFAULT;
          case FIRST -> SortKey.Nulls.LAST;
          case LAST -> SortKey.Nulls.FIRST;
        };
    return new IndexKey(KeyList.column(key), !key.descending(), written(!key.descending(), nulls));
  }

  /** NULLs are first in descending and last in ascending order unless something else is written. */
  private static SortKey.Nulls written(boolean descending, SortKey.Nulls nulls) {
    SortKey.Nulls natural = descending ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST;
    return nulls == natural ? SortKey.Nulls.DEFAULT : nulls;
  }
}
