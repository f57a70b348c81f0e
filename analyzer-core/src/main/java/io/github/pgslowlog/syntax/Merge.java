package io.github.pgslowlog.syntax;

import java.util.List;
import java.util.Optional;

/**
 * MERGE.
 *
 * @param with its common table expressions
 * @param recursive {@code WITH RECURSIVE}
 * @param target the table
 * @param source USING
 * @param on ON
 * @param clauses WHEN clauses
 * @param returning RETURNING
 */
public record Merge(
    List<CommonTable> with,
    boolean recursive,
    FromItem.Table target,
    FromItem source,
    Expression on,
    List<When> clauses,
    List<Output> returning)
    implements SqlStatement {
  /** Copies the lists. */
  public Merge {
    with = List.copyOf(with);
    clauses = List.copyOf(clauses);
    returning = List.copyOf(returning);
  }

  /**
   * {@code WHEN [NOT] MATCHED [AND condition] THEN ...}.
   *
   * @param condition AND
   * @param updates what UPDATE sets, else empty
   * @param insertColumns the columns that INSERT names, else empty
   * @param insertValues what INSERT fills in, else empty
   */
  public record When(
      Optional<Expression> condition,
      List<Assignment> updates,
      List<String> insertColumns,
      List<Expression> insertValues) {
    /** Copies the lists. */
    public When {
      updates = List.copyOf(updates);
      insertColumns = List.copyOf(insertColumns);
      insertValues = List.copyOf(insertValues);
    }
  }
}
