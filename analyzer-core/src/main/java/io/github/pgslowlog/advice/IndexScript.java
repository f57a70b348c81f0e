package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * How an index is created while its table is in use, and how that is undone and checked.
 *
 * <pre>
 * CREATE INDEX CONCURRENTLY orders_status_idx ON public.orders (status);
 * </pre>
 *
 * <p>For a partitioned table, on which CONCURRENTLY is not possible:
 *
 * <pre>
 * CREATE INDEX events_day_idx ON ONLY public.events (day);
 * CREATE INDEX CONCURRENTLY events_2024_day_idx ON public.events_2024 (day);
 * ALTER INDEX public.events_day_idx ATTACH PARTITION public.events_2024_day_idx;
 * </pre>
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX</a>.
 *
 * @param statement the statements, each on a line of its own
 * @param rollback drops the index; an extension stays
 * @param verification tells whether it is valid and used
 * @param caveats what to mind when it is created
 */
record IndexScript(String statement, String rollback, String verification, List<String> caveats) {
  /** Partitions of partitions of partitions and so on; nobody has more. */
  private static final int MAX_DEPTH = 16;

  IndexScript {
    caveats = List.copyOf(caveats);
  }

  static IndexScript of(Catalog catalog, NewIndexNames names, CandidateIndex index) {
    List<String> statements = new ArrayList<>();
    NeededExtensions.of(catalog, index)
        .forEach(
            extension ->
                statements.add(
                    "CREATE EXTENSION IF NOT EXISTS " + Identifier.quoted(extension) + ";"));
    boolean partitioned = isPartitioned(catalog, index.table());
    IndexDefinition definition = names.define(index);
    if (partitioned) {
      new Partitions(catalog, names, statements).create(definition, 0);
    } else {
      statements.add(definition.create());
    }
    IndexName name = definition.qualifiedName();
    return new IndexScript(
        String.join("\n", statements),
        partitioned ? "DROP INDEX " + name.sql() + ";" : definition.drop(),
        partitioned ? treeQuery(name) : query(name),
        new CreationCaveats(catalog).of(definition, partitioned));
  }

  private static boolean isPartitioned(Catalog catalog, TableName table) {
    return catalog.find(table).filter(known -> known.kind() == Table.Kind.PARTITIONED).isPresent();
  }

  private static String query(IndexName name) {
    return "SELECT i.indisvalid, s.idx_scan FROM pg_stat_user_indexes s"
        + " JOIN pg_index i ON i.indexrelid = s.indexrelid"
        + (name.schema().isEmpty()
            ? " WHERE"
            : " WHERE s.schemaname = " + SqlText.literal(name.schema()) + " AND")
        + " s.indexrelname = "
        + SqlText.literal(name.name())
        + ";";
  }

  private static String treeQuery(IndexName name) {
    return "SELECT p.relid, i.indisvalid, s.idx_scan FROM pg_partition_tree("
        + SqlText.literal(name.sql())
        + "::regclass) p JOIN pg_index i ON i.indexrelid = p.relid"
        + " LEFT JOIN pg_stat_user_indexes s ON s.indexrelid = p.relid;";
  }

  /** Goes down to the leaves, and attaches on the way back. */
  private record Partitions(Catalog catalog, NewIndexNames names, List<String> statements) {
    void create(IndexDefinition parent, int depth) {
      List<Table> partitions = catalog.partitions(parent.index().table());
      statements.add(partitions.isEmpty() ? parent.createLocking() + ";" : parent.createOnly());
      for (Table partition : partitions) {
        if (partition.kind() == Table.Kind.FOREIGN || depth >= MAX_DEPTH) {
          continue;
        }
        IndexDefinition child = names.define(on(partition.name(), parent.index()));
        if (partition.kind() == Table.Kind.PARTITIONED) {
          create(child, depth + 1);
        } else {
          statements.add(child.create());
        }
        statements.add(
            "ALTER INDEX "
                + parent.qualifiedName().sql()
                + " ATTACH PARTITION "
                + child.qualifiedName().sql()
                + ";");
      }
    }

    private static CandidateIndex on(TableName table, CandidateIndex index) {
      return new CandidateIndex(
          table, index.accessMethod(), index.keys(), index.included(), index.predicate());
    }
  }
}
