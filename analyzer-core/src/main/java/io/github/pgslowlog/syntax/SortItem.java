package io.github.pgslowlog.syntax;

import java.util.Optional;

/**
 * An element of ORDER BY.
 *
 * @param expression what is sorted by
 * @param descending DESC, or {@code USING >}
 * @param nullsFirst NULLS FIRST or LAST, empty if not written
 */
public record SortItem(Expression expression, boolean descending, Optional<Boolean> nullsFirst) {}
