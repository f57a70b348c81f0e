package io.github.pgslowlog.syntax;

import java.util.List;

/**
 * An element of SET.
 *
 * @param columns the columns set, folded; of {@code a[1]} and {@code a.b} the column a
 * @param value what they are set to; a {@link Expression.Row} or {@link Expression.Subquery} for
 *     several
 */
public record Assignment(List<String> columns, Expression value) {
  /** Copies the list. */
  public Assignment {
    columns = List.copyOf(columns);
  }
}
