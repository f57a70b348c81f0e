package io.github.pgslowlog.resolve;

/**
 * A column in a role.
 *
 * @param column which
 * @param role how it is used
 */
public record ColumnUse(ColumnRef column, Role role) {}
