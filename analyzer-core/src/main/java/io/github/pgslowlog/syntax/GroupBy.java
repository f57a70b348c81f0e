package io.github.pgslowlog.syntax;

import java.util.List;

/**
 * GROUP BY.
 *
 * @param elements the expressions that stand alone, in order
 * @param sets the expressions inside ROLLUP, CUBE and GROUPING SETS
 */
public record GroupBy(List<Expression> elements, List<Expression> sets) {
  /** Copies the lists. */
  public GroupBy {
    elements = List.copyOf(elements);
    sets = List.copyOf(sets);
  }
}
