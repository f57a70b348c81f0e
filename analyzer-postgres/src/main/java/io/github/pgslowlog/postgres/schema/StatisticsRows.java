package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TableStatistics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Reads what ANALYZE found out about tables and their columns. */
final class StatisticsRows {
  /** Of values, for all columns: what is over it is known to the planner, but not to rules. */
  private static final long MAX_CHARS = 64L << 20;

  private static final int MAX_VALUES = 101;
  private static final int MAX_VALUE_CHARS = 256;

  private final Map<TableName, Table> tables = new HashMap<>();
  private final Map<TableName, Map<String, ColumnStatistics>> columns = new HashMap<>();
  private long chars;

  private StatisticsRows(List<Table> tables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  static Map<TableName, TableStatistics> read(
      Connection connection,
      List<Table> tables,
      Map<TableName, TableRows.Size> sizes,
      Map<TableName, TableActivity> activity)
      throws SQLException {
    StatisticsRows rows = new StatisticsRows(tables);
    Queries.each(connection, CatalogSql.STATISTICS, rows::column);
    Map<TableName, TableStatistics> all = new HashMap<>();
    Sizes sums = new Sizes(tables, sizes);
    for (Table table : tables) {
      TableRows.Size size = sums.of(table);
      all.put(
          table.name(),
          new TableStatistics(
              size.rows(),
              size.pages(),
              size.allVisible(),
              rows.columns.getOrDefault(table.name(), Map.of()),
              Optional.ofNullable(activity.get(table.name()))));
    }
    tables.stream().filter(t -> t.kind() == Table.Kind.VIEW).forEach(t -> all.remove(t.name()));
    return all;
  }

  /** Of a partitioned table the statistics with its partitions count, else those of it alone. */
  private void column(ResultSet row) throws SQLException {
    TableName name = new TableName(row.getString(1), row.getString(2));
    Table table = tables.get(name);
    if (table == null || row.getBoolean(4) != (table.kind() == Table.Kind.PARTITIONED)) {
      return;
    }
    columns.computeIfAbsent(name, key -> new HashMap<>()).put(row.getString(3), statistics(row));
  }

  private ColumnStatistics statistics(ResultSet row) throws SQLException {
    double correlation = row.getDouble(11);
    OptionalDouble known = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(correlation);
    return new ColumnStatistics(
        row.getDouble(5),
        row.getInt(6),
        row.getDouble(7),
        values(Queries.texts(row, 8)),
        most(Queries.numbers(row, 9)),
        values(spread(Queries.texts(row, 10))),
        known,
        values(Queries.texts(row, 12)),
        most(Queries.numbers(row, 13)));
  }

  /** The first values; none once the bound is reached, or if one is too long to keep. */
  private List<String> values(List<String> all) {
    List<String> kept = most(all);
    long length = kept.stream().mapToLong(String::length).sum();
    if (chars + length > MAX_CHARS
        || kept.stream().anyMatch(value -> value.length() > MAX_VALUE_CHARS)) {
      return List.of();
    }
    chars += length;
    return kept;
  }

  /** Bounds of as many groups as are kept, each as large as any other; the ends are among them. */
  static List<String> spread(List<String> bounds) {
    if (bounds.size() <= MAX_VALUES) {
      return bounds;
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < MAX_VALUES; i++) {
      kept.add(bounds.get((int) ((long) i * (bounds.size() - 1) / (MAX_VALUES - 1))));
    }
    return kept;
  }

  private static <T> List<T> most(List<T> all) {
    return all.subList(0, Math.min(all.size(), MAX_VALUES));
  }

  /** Sizes of tables; that of a partitioned one is the sum of its partitions. */
  private static final class Sizes {
    private static final int MAX_DEPTH = 16;
    private static final TableRows.Size UNKNOWN = new TableRows.Size(-1, 0, 0);

    private final Map<TableName, List<Table>> partitions;
    private final Map<TableName, TableRows.Size> own;

    Sizes(List<Table> tables, Map<TableName, TableRows.Size> own) {
      this.own = own;
      this.partitions =
          tables.stream()
              .filter(table -> table.partitionOf().isPresent())
              .collect(Collectors.groupingBy(table -> table.partitionOf().orElseThrow()));
    }

    TableRows.Size of(Table table) {
      return of(table, MAX_DEPTH);
    }

    private TableRows.Size of(Table table, int depth) {
      if (table.kind() != Table.Kind.PARTITIONED || depth == 0) {
        return own.getOrDefault(table.name(), UNKNOWN);
      }
      double rows = 0;
      long pages = 0;
      long visible = 0;
      for (Table partition : partitions.getOrDefault(table.name(), List.of())) {
        TableRows.Size part = of(partition, depth - 1);
        rows += Math.max(0, part.rows());
        pages += Math.max(0, part.pages());
        visible += Math.max(0, part.allVisible());
      }
      return new TableRows.Size(rows, pages, visible);
    }
  }
}
