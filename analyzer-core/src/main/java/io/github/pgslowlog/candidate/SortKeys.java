package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** ORDER BY as index keys. */
final class SortKeys {
  private SortKeys() {}

  /**
   * The keys whose order, read forwards or backwards, is that of ORDER BY. {@code a DESC, b DESC}
   * is the plain index {@code (a, b)} read backwards. {@code a DESC NULLS LAST} stays as it is
   * written: {@code (a NULLS FIRST)} read backwards is the same, but nobody would recognise it.
   */
  static List<IndexKey> of(List<SortKey> sort) {
    return of(sort, term -> Optional.of(IndexKey.of(term.columns().get(0).column())));
  }

  /**
   * The same, up to the first element that is no key.
   *
   * @param keys gives for what is sorted by the ascending key
   */
  static List<IndexKey> of(List<SortKey> sort, Function<Term, Optional<IndexKey>> keys) {
    List<SortKey> known =
        sort.stream().takeWhile(key -> keys.apply(key.term()).isPresent()).toList();
    boolean backwards =
        known.stream().allMatch(key -> key.descending() && nullsFirst(key) == key.descending());
    return known.stream()
        .flatMap(
            key -> keys.apply(key.term()).map(found -> ordered(found, key, backwards)).stream())
        .toList();
  }

  private static IndexKey ordered(IndexKey key, SortKey sort, boolean backwards) {
    return key.ordered(sort.descending() != backwards, nullsFirst(sort) != backwards);
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
