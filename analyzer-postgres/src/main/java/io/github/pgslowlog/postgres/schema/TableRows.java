package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables and views, their columns and sizes. */
final class TableRows {
  /**
   * What pg_class says of the size of a table.
   *
   * @param rows {@code reltuples}
   * @param pages {@code relpages}
   * @param allVisible {@code relallvisible}
   */
  record Size(double rows, long pages, long allVisible) {}

  private final Connection connection;
  private final int version;
  private final Set<TableName> foreign;
  private final Map<TableName, List<ColumnDefinition>> columns = new HashMap<>();
  private final Map<TableName, Size> sizes = new HashMap<>();

  TableRows(Connection connection, int version, Set<TableName> foreign) {
    this.connection = connection;
    this.version = version;
    this.foreign = foreign;
  }

  List<Table> read() throws SQLException {
    Queries.each(connection, CatalogSql.columns(version), this::column);
    return Queries.list(connection, CatalogSql.tables(version), this::table);
  }

  /** Sizes of the tables that were read. */
  Map<TableName, Size> sizes() {
    return sizes;
  }

  private void column(ResultSet row) throws SQLException {
    columns
        .computeIfAbsent(
            new TableName(row.getString(1), row.getString(2)), table -> new ArrayList<>())
        .add(
            new ColumnDefinition(
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                Optional.ofNullable(row.getString(6)),
                row.getBoolean(7)));
  }

  private Table table(ResultSet row) throws SQLException {
    TableName name = new TableName(row.getString(1), row.getString(2));
    sizes.put(name, new Size(row.getDouble(8), row.getLong(9), row.getLong(10)));
    Optional<TableName> parent =
        row.getString(7) == null
            ? Optional.empty()
            : Optional.of(new TableName(row.getString(6), row.getString(7)));
    return new Table(
        name,
        foreign.contains(name) ? Table.Kind.FOREIGN : kind(row.getString(3)),
        columns.getOrDefault(name, List.of()),
        Optional.ofNullable(row.getString(4)),
        parent,
        Optional.ofNullable(row.getString(5)));
  }

  private static Table.Kind kind(String relkind) {
    return switch (relkind) {
      case "p" -> Table.Kind.PARTITIONED;
      case "v" -> Table.Kind.VIEW;
      case "m" -> Table.Kind.MATERIALIZED_VIEW;
      case "f" -> Table.Kind.FOREIGN;
      default -> Table.Kind.TABLE;
    };
  }
}
