package io.github.pgslowlog.select;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Columns that a pattern sets.
 *
 * @param table the table
 * @param columns the columns, by {@code UPDATE ... SET} or its like
 * @param calls how often the log has it
 */
public record LoggedUpdate(TableName table, Set<String> columns, long calls) {
  /** Copies and sorts. */
  public LoggedUpdate {
    columns = Collections.unmodifiableSortedSet(new TreeSet<>(columns));
  }

  /**
   * What a pattern sets.
   *
   * @param shape what it does with which columns
   * @param calls how often the log has it
   * @return one for each table; none if it sets nothing
   */
  public static List<LoggedUpdate> of(QueryShape shape, long calls) {
    Map<TableName, Set<String>> columns = new TreeMap<>();
    shape.blocks().stream()
        .flatMap(block -> block.uses().stream())
        .filter(use -> use.role() == Role.UPDATED)
        .map(ColumnUse::column)
        .forEach(column -> note(column, columns));
    List<LoggedUpdate> updates = new ArrayList<>();
    columns.forEach((table, names) -> updates.add(new LoggedUpdate(table, names, calls)));
    return updates;
  }

  private static void note(ColumnRef column, Map<TableName, Set<String>> columns) {
    if (column instanceof ColumnRef.Resolved known) {
      columns.computeIfAbsent(known.table().table(), k -> new TreeSet<>()).add(known.column());
    }
  }
}
