package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexName;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Indexes that do more than find rows: they keep values unique, hold up a constraint or a foreign
 * key, or tell logical replication which row is meant. Those of partitions belong to the index of
 * their table.
 */
final class ProtectedIndexes {
  private final Set<IndexName> ofConstraints;

  ProtectedIndexes(Catalog catalog) {
    ofConstraints =
        catalog.constraints().stream()
            .flatMap(constraint -> constraint.index().stream())
            .collect(Collectors.toSet());
  }

  /** Whether it must stay, unique or not. */
  boolean isBound(Index index) {
    return index.constraint().isPresent()
        || index.replicaIdentity()
        || index.parent().isPresent()
        || ofConstraints.contains(index.name());
  }

  boolean contains(Index index) {
    return index.unique() || isBound(index);
  }
}
