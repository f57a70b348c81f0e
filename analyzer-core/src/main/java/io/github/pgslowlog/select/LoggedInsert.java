package io.github.pgslowlog.select;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.StatementType;
import java.util.List;

/**
 * A pattern that inserts rows.
 *
 * @param table the table
 * @param calls how often the log has it; each inserts a row or more
 */
public record LoggedInsert(TableName table, long calls) {
  /**
   * Into what a pattern inserts.
   *
   * @param shape what it does with which columns
   * @param calls how often the log has it
   * @return one for each table; none if it is no INSERT
   */
  public static List<LoggedInsert> of(QueryShape shape, long calls) {
    return shape.type() == StatementType.INSERT
        ? shape.written().stream().map(table -> new LoggedInsert(table, calls)).toList()
        : List.of();
  }
}
