package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/**
 * INSERT.
 *
 * @param with its common table expressions
 * @param recursive {@code WITH RECURSIVE}
 * @param target the table
 * @param columns the columns filled, folded; empty if none are named
 * @param source what gives the rows, empty for DEFAULT VALUES
 * @param conflict ON CONFLICT
 * @param returning RETURNING
 */
public record Insert(
    List<CommonTable> with,
    boolean recursive,
    FromItem.Table target,
    List<String> columns,
    Optional<Query> source,
    Optional<Conflict> conflict,
    List<Output> returning)
    implements SqlStatement {
  /** Copies the lists. */
  public Insert {
    with = List.copyOf(with);
    columns = List.copyOf(columns);
    returning = List.copyOf(returning);
  }

  /**
   * ON CONFLICT.
   *
   * @param target the columns or expressions of the index, empty if none or a constraint is named
   * @param targetWhere the predicate of a partial index
   * @param updates what DO UPDATE sets, empty for DO NOTHING
   * @param where WHERE of DO UPDATE
   */
  public record Conflict(
      List<Expression> target,
      Optional<Expression> targetWhere,
      List<Assignment> updates,
      Optional<Expression> where) {
    /** Copies the lists. */
    public Conflict {
      target = List.copyOf(target);
      updates = List.copyOf(updates);
    }
  }
}
