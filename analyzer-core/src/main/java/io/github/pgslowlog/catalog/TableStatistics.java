package io.github.pgslowlog.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Size and contents of a table.
 *
 * @param rows {@code reltuples}; negative if the table was never analyzed
 * @param pages {@code relpages}, 8 kB each
 * @param allVisiblePages {@code relallvisible}
 * @param columns what is known of its columns, by name
 * @param activity how it is used, empty if it is not known
 */
public record TableStatistics(
    double rows,
    long pages,
    long allVisiblePages,
    Map<String, ColumnStatistics> columns,
    Optional<TableActivity> activity) {
  /** Copies the map. */
  public TableStatistics {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }

  /**
   * What is known of a column.
   *
   * @param name its name
   * @return empty if nothing is known
   */
  public Optional<ColumnStatistics> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }
}
