package io.github.pgslowlog.resolve;

/**
 * An element of ORDER BY.
 *
 * @param column the column
 * @param descending DESC
 * @param nulls NULLS FIRST or LAST, if written
 */
public record SortKey(ColumnRef column, boolean descending, Nulls nulls) {
  /** Where NULLs go. */
  public enum Nulls {
    /** Not written: last for ascending, first for descending order. */
    DEFAULT,
    /** NULLS FIRST. */
    FIRST,
    /** NULLS LAST. */
    LAST
  }
}
