package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.SortKey;
import java.util.List;
import java.util.Optional;

/**
 * One use of a column in a pattern.
 *
 * @param table its table, empty if it is ambiguous
 * @param candidates the tables it could belong to, if it is ambiguous
 * @param column its name
 * @param role how it is used
 * @param expression the expression it is part of, with {@code $1} and so on for values; empty for
 *     the plain column
 * @param operator what the column or expression is compared by, empty if it is not compared
 * @param sargability whether an index on the plain column can serve the comparison, empty if it is
 *     not compared
 * @param partner the column it equals or is compared with, as {@code table.column}
 * @param order how it is sorted by, empty if it is not
 */
public record PatternColumn(
    Optional<TableName> table,
    List<TableName> candidates,
    String column,
    Role role,
    Optional<String> expression,
    Optional<String> operator,
    Optional<Sargability> sargability,
    Optional<String> partner,
    Optional<Order> order) {
  /** Copies the list. */
  public PatternColumn {
    candidates = List.copyOf(candidates);
  }

  /**
   * A direction.
   *
   * @param descending DESC
   * @param nulls where NULLs go
   */
  public record Order(boolean descending, SortKey.Nulls nulls) {}
}
