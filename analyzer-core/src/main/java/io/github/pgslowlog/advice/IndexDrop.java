package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Drops an index, and makes it anew if that was a mistake.
 *
 * <p>The index of a partitioned table cannot be dropped CONCURRENTLY; those of its partitions go
 * with it.
 */
final class IndexDrop {
  private final Catalog catalog;

  IndexDrop(Catalog catalog) {
    this.catalog = catalog;
  }

  Recommendation.Builder of(Index index) {
    boolean partitioned = isPartitioned(index);
    Recommendation.Builder advice =
        Recommendation.of(
                Action.DROP,
                index.table(),
                "DROP INDEX " + (partitioned ? "" : "CONCURRENTLY ") + index.name().sql() + ";")
            .rollback(create(index, partitioned))
            .verification(
                "SELECT indexrelname, idx_scan FROM pg_stat_user_indexes WHERE schemaname = "
                    + SqlText.literal(index.table().schema())
                    + " AND relname = "
                    + SqlText.literal(index.table().name())
                    + " ORDER BY indexrelname;");
    long bytes = bytes(index);
    if (bytes > 0) {
      advice.bytes(bytes);
    }
    if (partitioned) {
      advice.caveat("locks the table and all partitions for a moment; theirs are dropped with it");
    }
    return advice;
  }

  boolean isPartitioned(Index index) {
    return catalog
        .find(index.table())
        .filter(table -> table.kind() == Table.Kind.PARTITIONED)
        .isPresent();
  }

  private static String create(Index index, boolean partitioned) {
    String definition = index.definition();
    return (partitioned
            ? definition.replaceFirst(" ON ONLY ", " ON ")
            : definition.replaceFirst("^CREATE (UNIQUE )?INDEX ", "CREATE $1INDEX CONCURRENTLY "))
        + ";";
  }

  private long bytes(Index index) {
    return family(index).stream().mapToLong(Index::pages).sum() * Sizes.PAGE;
  }

  /** The tables that statements name when they may use the index. */
  Set<TableName> tables(Index index) {
    return family(index).stream().map(Index::table).collect(Collectors.toSet());
  }

  /** The index, and those of partitions that are part of it. */
  List<Index> family(Index index) {
    List<Index> family = new ArrayList<>(List.of(index));
    Collection<IndexName> parents = List.of(index.name());
    while (!parents.isEmpty() && isPartitioned(index)) {
      Collection<IndexName> known = parents;
      List<Index> parts =
          catalog.indexes().stream()
              .filter(part -> part.parent().filter(known::contains).isPresent())
              .toList();
      family.addAll(parts);
      parents = parts.stream().map(Index::name).toList();
    }
    return family;
  }
}
