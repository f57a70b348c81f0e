package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/**
 * DELETE.
 *
 * @param with its common table expressions
 * @param recursive {@code WITH RECURSIVE}
 * @param target the table
 * @param using USING
 * @param where WHERE, empty also for WHERE CURRENT OF
 * @param returning RETURNING
 */
public record Delete(
    List<CommonTable> with,
    boolean recursive,
    FromItem.Table target,
    List<FromItem> using,
    Optional<Expression> where,
    List<Output> returning)
    implements SqlStatement {
  /** Copies the lists. */
  public Delete {
    with = List.copyOf(with);
    using = List.copyOf(using);
    returning = List.copyOf(returning);
  }
}
