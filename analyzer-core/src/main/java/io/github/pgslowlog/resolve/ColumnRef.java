package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;
import java.util.List;

/** A column as a statement names it. */
public sealed interface ColumnRef {
  /**
   * Name of the column.
   *
   * @return the name, folded
   */
  String column();

  /**
   * A column whose table is known.
   *
   * @param table the table
   * @param column the name
   * @param evidence how its table is known
   */
  record Resolved(TableRef table, String column, Evidence evidence) implements ColumnRef {}

  /**
   * A column without qualifier that several tables in scope could have.
   *
   * @param column the name
   * @param levels the tables it could belong to, those of the innermost query first
   * @param open whether something else in scope, such as a function, could have it, too
   */
  record Ambiguous(String column, List<List<TableRef>> levels, boolean open) implements ColumnRef {
    /** Copies the lists. */
    public Ambiguous {
      levels = levels.stream().map(List::copyOf).toList();
    }

    /**
     * The tables it could belong to, of all levels.
     *
     * @return each once, sorted
     */
    public List<TableName> candidates() {
      return levels.stream()
          .flatMap(List::stream)
          .map(TableRef::table)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
