package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A query with what belongs to the whole of it: {@code WITH ... body ORDER BY ... LIMIT ...}.
 *
 * @param with its common table expressions
 * @param recursive {@code WITH RECURSIVE}
 * @param body SELECT, VALUES or a set operation
 * @param orderBy ORDER BY
 * @param limit LIMIT or FETCH FIRST, empty also for LIMIT ALL
 * @param offset OFFSET
 * @param locking FOR UPDATE, FOR SHARE and their like
 */
public record Query(
    List<CommonTable> with,
    boolean recursive,
    QueryBody body,
    List<SortItem> orderBy,
    Optional<Expression> limit,
    Optional<Expression> offset,
    boolean locking)
    implements SqlStatement {
  /** Copies the lists. */
  public Query {
    with = List.copyOf(with);
    orderBy = List.copyOf(orderBy);
  }

  /**
   * A query without WITH, ORDER BY and LIMIT.
   *
   * @param body its body
   * @return the query
   */
  public static Query of(QueryBody body) {
    return new Query(List.of(), false, body, List.of(), Optional.empty(), Optional.empty(), false);
  }
}
