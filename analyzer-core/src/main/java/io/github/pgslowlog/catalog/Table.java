package io.github.pgslowlog.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A table, or what can be queried like one.
 *
 * @param name its name with its schema
 * @param kind what it is
 * @param columns its columns in their order
 * @param definition the query of a view, as {@code pg_get_viewdef} prints it; empty for tables
 * @param partitionOf the partitioned table that it is a partition of
 * @param partitionKey how a partitioned table is partitioned, as {@code pg_get_partkeydef} prints
 *     it
 */
public record Table(
    TableName name,
    Kind kind,
    List<ColumnDefinition> columns,
    Optional<String> definition,
    Optional<TableName> partitionOf,
    Optional<String> partitionKey) {
  /** What can be queried. */
  public enum Kind {
    /** An ordinary table, or a partition. */
    TABLE,
    /** A partitioned table. */
    PARTITIONED,
    /** A view: its query is put in its place. */
    VIEW,
    /** A materialized view: stored like a table, it may have indexes. */
    MATERIALIZED_VIEW,
    /** A foreign table: no index here helps. */
    FOREIGN
  }

  /** Copies the list. */
  public Table {
    columns = List.copyOf(columns);
  }

  /**
   * A table without partitions.
   *
   * @param name its name with its schema
   * @param kind what it is
   * @param columns its columns in their order
   * @param definition the query of a view
   */
  public Table(
      TableName name, Kind kind, List<ColumnDefinition> columns, Optional<String> definition) {
    this(name, kind, columns, definition, Optional.empty(), Optional.empty());
  }

  /**
   * A column by its name.
   *
   * @param column its name
   * @return empty if there is none
   */
  public Optional<ColumnDefinition> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }
}
