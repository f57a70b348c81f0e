package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/**
 * UPDATE.
 *
 * @param with its common table expressions
 * @param recursive {@code WITH RECURSIVE}
 * @param target the table
 * @param assignments SET
 * @param from FROM
 * @param where WHERE, empty also for WHERE CURRENT OF
 * @param returning RETURNING
 */
public record Update(
    List<CommonTable> with,
    boolean recursive,
    FromItem.Table target,
    List<Assignment> assignments,
    List<FromItem> from,
    Optional<Expression> where,
    List<Output> returning)
    implements SqlStatement {
  /** Copies the lists. */
  public Update {
    with = List.copyOf(with);
    assignments = List.copyOf(assignments);
    from = List.copyOf(from);
    returning = List.copyOf(returning);
  }
}
