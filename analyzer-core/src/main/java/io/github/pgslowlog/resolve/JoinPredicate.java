package io.github.pgslowlog.resolve;

import java.util.function.UnaryOperator;

/**
 * {@code left = right} between columns. One side may belong to an outer query.
 *
 * @param left a column
 * @param right a column
 */
public record JoinPredicate(ColumnRef left, ColumnRef right) {
  /** Whether both columns are known to be of the same row, so that nothing is joined. */
  boolean isWithinTable() {
    return Dependence.sameTable(left, right);
  }

  JoinPredicate withColumns(UnaryOperator<ColumnRef> change) {
    return new JoinPredicate(change.apply(left), change.apply(right));
  }
}
