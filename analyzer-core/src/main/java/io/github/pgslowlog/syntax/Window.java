package io.github.pgslowlog.syntax;

import java.util.List;

/**
 * A window: of OVER, or an element of the WINDOW clause.
 *
 * @param name in the WINDOW clause its name, in OVER the name of the window it starts from; empty
 *     if none
 * @param partitionBy PARTITION BY
 * @param orderBy ORDER BY
 */
public record Window(String name, List<Expression> partitionBy, List<SortItem> orderBy) {
  /** Copies the lists. */
  public Window {
    partitionBy = List.copyOf(partitionBy);
    orderBy = List.copyOf(orderBy);
  }
}
