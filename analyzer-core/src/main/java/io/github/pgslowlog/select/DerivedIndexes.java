package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes indexes from others: narrower ones that save space, and ones that do the work of two.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>{@code (a, b) INCLUDE (c)}</td><td>{@code (a, b)}, {@code (a)}</td></tr>
 * <tr><td>{@code (a)} and {@code (b, a)}</td><td>{@code (a, b)}, {@code (b, a)}</td></tr>
 * <tr><td>{@code (a, b)} and {@code (a) INCLUDE (c)}</td><td>{@code (a, b) INCLUDE (c)}</td></tr>
 * </table>
 */
final class DerivedIndexes {
  /** Wider ones are seldom worth their size; a row of an index must fit in a third of a page. */
  private static final int MAX_KEYS = 6;

  private static final int MAX_INCLUDED = 8;

  private DerivedIndexes() {}

  /** The same without INCLUDE, and its prefixes. */
  static List<CandidateIndex> narrower(CandidateIndex index) {
    if (!index.isBtree()) {
      return List.of();
    }
    List<CandidateIndex> narrower = new ArrayList<>();
    int from = index.included().isEmpty() ? index.keys().size() - 1 : index.keys().size();
    for (int keys = from; keys > 0; keys--) {
      narrower.add(with(index, index.keys().subList(0, keys), List.of()));
    }
    return narrower;
  }

  /** The keys of the first, then what is new in the second. */
  static Optional<CandidateIndex> merged(CandidateIndex first, CandidateIndex second) {
    if (!first.isBtree()
        || !second.isBtree()
        || !first.table().equals(second.table())
        || !first.predicate().equals(second.predicate())) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    List<IndexKey> keys = new ArrayList<>();
    first.keys().stream().filter(key -> names.add(key.text())).forEach(keys::add);
    second.keys().stream().filter(key -> names.add(key.text())).forEach(keys::add);
    return bounded(first, keys, included(first, second, names));
  }

  /** The keys of the first, and everything else of both in INCLUDE. */
  static Optional<CandidateIndex> widened(CandidateIndex first, CandidateIndex second) {
    boolean plain = second.keys().stream().noneMatch(IndexKey::expression);
    if (merged(first, second).isEmpty() || !plain || second.included().isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    first.keys().forEach(key -> names.add(key.text()));
    Set<String> included = new LinkedHashSet<>(first.included());
    second.keys().stream().map(IndexKey::text).filter(names::add).forEach(included::add);
    second.included().stream().filter(names::add).forEach(included::add);
    return bounded(first, first.keys(), List.copyOf(included));
  }

  private static List<String> included(
      CandidateIndex first, CandidateIndex second, Set<String> keys) {
    Set<String> names = new LinkedHashSet<>(first.included());
    names.addAll(second.included());
    names.removeAll(keys);
    return List.copyOf(names);
  }

  private static Optional<CandidateIndex> bounded(
      CandidateIndex like, List<IndexKey> keys, List<String> included) {
    return keys.size() > MAX_KEYS || included.size() > MAX_INCLUDED
        ? Optional.empty()
        : Optional.of(with(like, keys, included));
  }

  private static CandidateIndex with(
      CandidateIndex like, List<IndexKey> keys, List<String> included) {
    return new CandidateIndex(like.table(), like.accessMethod(), keys, included, like.predicate());
  }
}
