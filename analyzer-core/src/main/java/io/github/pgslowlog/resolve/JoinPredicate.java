package io.github.pgslowlog.resolve;

/**
 * {@code left = right} between columns, alone or under AND. One side may belong to an outer query.
 *
 * @param left a column
 * @param right a column
 */
public record JoinPredicate(ColumnRef left, ColumnRef right) {}
