package io.github.pgslowlog.syntax;

import java.util.List;

/**
 * An element of WITH.
 *
 * @param name its name, folded
 * @param columns names of its columns, empty if none are written
 * @param statement what gives its rows; RETURNING does for statements that write
 */
public record CommonTable(String name, List<String> columns, SqlStatement statement) {
  /** Copies the list. */
  public CommonTable {
    columns = List.copyOf(columns);
  }
}
