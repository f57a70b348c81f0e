package io.github.pgslowlog.statement;

import java.util.List;

/**
 * The search for rows that reference a row which is deleted or whose key changes. Without an index
 * on the referencing columns it reads the whole table.
 *
 * @param schema schema of the referencing table
 * @param table the referencing table
 * @param columns the referencing columns, in the order of the constraint
 */
public record ForeignKeyCheck(String schema, String table, List<String> columns) {
  /** Copies the list. */
  public ForeignKeyCheck {
    columns = List.copyOf(columns);
  }
}
