package io.github.pgslowlog.resolve;

import java.util.function.UnaryOperator;

/**
 * An element of ORDER BY.
 *
 * @param term what is sorted by
 * @param descending DESC
 * @param nulls NULLS FIRST or LAST, if written
 */
public record SortKey(Term term, boolean descending, Nulls nulls) {
  /** Where NULLs go. */
  public enum Nulls {
    /** Not written: last for ascending, first for descending order. */
    DEFAULT,
    /** NULLS FIRST. */
    FIRST,
    /** NULLS LAST. */
    LAST
  }

  SortKey withColumns(UnaryOperator<ColumnRef> change) {
    return new SortKey(term.withColumns(change), descending, nulls);
  }
}
