package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.List;
import java.util.Optional;

/** Whether an index that exists does already what another would. */
final class ExistingIndexes {
  private ExistingIndexes() {}

  /** Whether one of the indexes of a table begins with the same keys and has all columns. */
  static boolean serve(TableFacts facts, CandidateIndex candidate) {
    return facts.indexes().stream()
        .filter(Index::valid)
        .filter(index -> index.accessMethod().equals(candidate.accessMethod()))
        .filter(index -> holdsRowsOf(index, candidate.predicate()))
        .anyMatch(index -> beginsWith(index, candidate) && hasAll(index, candidate.included()));
  }

  /**
   * Whether a unique index finds the one row before the last key could narrow anything down. Only
   * an index that covers the query is then of use.
   */
  static boolean findOneRow(TableFacts facts, CandidateIndex candidate) {
    List<IndexKey> beforeLast = candidate.keys().subList(0, candidate.keys().size() - 1);
    return hasUnique(
        facts, beforeLast.stream().filter(key -> !key.expression()).map(IndexKey::text).toList());
  }

  /** Whether a value for each of some columns names one row. */
  static boolean hasUnique(TableFacts facts, List<String> columns) {
    return facts.indexes().stream()
        .filter(index -> index.valid() && index.unique() && index.isPlain())
        .filter(index -> index.predicate().isEmpty())
        .anyMatch(index -> index.keys().stream().allMatch(key -> columns.contains(key.text())));
  }

  /** An index of all rows finds those of a small part no faster than the others. */
  private static boolean holdsRowsOf(Index index, Optional<String> predicate) {
    return index
        .predicate()
        .map(PredicateText::normal)
        .equals(predicate.map(PredicateText::normal));
  }

  private static boolean beginsWith(Index index, CandidateIndex candidate) {
    List<IndexKey> keys = candidate.keys();
    if (index.keys().size() < keys.size()) {
      return false;
    }
    List<IndexKey> first = index.keys().subList(0, keys.size());
    return first.equals(keys) || first.equals(keys.stream().map(ExistingIndexes::turned).toList());
  }

  /** An index read backwards gives the reverse of its order. */
  private static IndexKey turned(IndexKey key) {
    return key.ordered(!key.descending(), !key.nullsFirst());
  }

  private static boolean hasAll(Index index, List<String> columns) {
    return columns.stream()
        .allMatch(
            column ->
                index.included().contains(column)
                    || index.keys().stream()
                        .anyMatch(key -> !key.expression() && key.text().equals(column)));
  }
}
