package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Indexes that do more than find rows: they keep values unique, hold up a constraint or a foreign
 * key, or tell logical replication which row is meant. Those of partitions belong to the index of
 * their table.
 */
final class ProtectedIndexes {
  private final Set<IndexName> ofConstraints;
  private final Map<TableName, Set<Set<String>>> referenced = new HashMap<>();

  ProtectedIndexes(Catalog catalog) {
    catalog.constraints().forEach(this::note);
    ofConstraints =
        catalog.constraints().stream()
            .flatMap(constraint -> constraint.index().stream())
            .collect(Collectors.toSet());
  }

  private void note(Constraint constraint) {
    constraint
        .referenced()
        .ifPresent(
            table ->
                referenced
                    .computeIfAbsent(table, name -> new HashSet<>())
                    .add(Set.copyOf(constraint.referencedColumns())));
  }

  /** Whether it must stay, unique or not. */
  boolean isBound(Index index) {
    return index.constraint().isPresent()
        || index.replicaIdentity()
        || index.parent().isPresent()
        || ofConstraints.contains(index.name())
        || mayBeReferenced(index);
  }

  /**
   * A foreign key rests on one of the unique indexes of its columns. On which, a dump does not
   * tell.
   */
  private boolean mayBeReferenced(Index index) {
    return index.unique()
        && referenced
            .getOrDefault(index.table(), Set.of())
            .contains(index.keys().stream().map(IndexKey::text).collect(Collectors.toSet()));
  }

  boolean contains(Index index) {
    return index.unique() || isBound(index);
  }
}
