package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TableStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the catalog knows of a table that may get an index.
 *
 * @param table the table; the partitioned one, where a statement reads a partition
 * @param indexes its indexes, valid or not
 * @param statistics what it holds, empty if that is not known
 * @param rows its rows, those of its partitions included; negative if not known
 * @param pages its pages of 8 kB, those of its partitions included; negative if not known
 * @param extensions those that the database has
 */
record TableFacts(
    Table table,
    List<Index> indexes,
    Optional<TableStatistics> statistics,
    double rows,
    long pages,
    Set<String> extensions) {
  /** Tables with fewer rows are read at a glance. */
  static final int MIN_ROWS = 1000;

  /** Tables of fewer pages are read at a glance. */
  static final int MIN_PAGES = 10;

  private static final Pattern SCHEMA = Pattern.compile("^(\"[^\"]*\"|[^\".( ]+)\\.");

  /** Inheritance deeper than this is none that anybody uses. */
  private static final int MAX_DEPTH = 16;

  TableFacts {
    indexes = List.copyOf(indexes);
    extensions = Set.copyOf(extensions);
  }

  /** The facts of a table, empty if no index on it can help. */
  static Optional<TableFacts> of(Catalog catalog, TableName name) {
    Optional<Table> root = catalog.find(name);
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Optional<Table> parent = root.flatMap(Table::partitionOf).flatMap(catalog::find);
      root = parent.isPresent() ? parent : root;
    }
    return root.filter(TableFacts::isIndexable)
        .map(table -> facts(catalog, table))
        .filter(TableFacts::isLarge);
  }

  private static boolean isIndexable(Table table) {
    String schema = table.name().schema();
    boolean stored = table.kind() != Table.Kind.VIEW && table.kind() != Table.Kind.FOREIGN;
    boolean system = schema.startsWith("pg_") || schema.equals("information_schema");
    return stored && !system;
  }

  private static TableFacts facts(Catalog catalog, Table table) {
    double rows = 0;
    long pages = 0;
    for (Table part : Partitions.leaves(catalog, table)) {
      Optional<TableStatistics> known = catalog.statistics(part.name());
      boolean counted = known.isPresent() && known.get().rows() >= 0 && rows >= 0;
      rows = counted ? rows + known.get().rows() : -1;
      pages = counted ? pages + known.get().pages() : -1;
    }
    return new TableFacts(
        table,
        catalog.indexes(table.name()),
        catalog.statistics(table.name()),
        rows,
        pages,
        catalog.server().extensions());
  }

  private boolean isLarge() {
    return rows < 0 || rows >= MIN_ROWS && pages >= MIN_PAGES;
  }

  TableName name() {
    return table.name();
  }

  /** The type of a column without its schema, which those of extensions have; empty if unknown. */
  String type(String column) {
    return table
        .column(column)
        .map(known -> SCHEMA.matcher(known.type()).replaceFirst(""))
        .orElse("");
  }

  Optional<ColumnStatistics> column(String column) {
    return statistics.flatMap(known -> known.column(column));
  }

  /** How many values a column has; where that is not known, as many as the unknown may have. */
  double distinct(String column) {
    return column(column).map(known -> known.distinctValues(Math.max(rows, 1))).orElse(0d);
  }
}
