package io.github.pgslowlog.resolve;

/**
 * {@code column operator value} that every row of the result satisfies: it stands alone or under
 * AND in WHERE or ON, so that an index can serve it.
 *
 * @param column the column
 * @param role EQUALITY, IN, RANGE, LIKE, IS_NULL or CONTAINS
 */
public record Predicate(ColumnRef column, Role role) {}
