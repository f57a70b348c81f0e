package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;

/**
 * How many rows are asked for.
 *
 * @param limited whether there is a LIMIT or FETCH FIRST
 * @param offset whether there is an OFFSET
 * @param rows the numbers of rows seen in samples
 */
public record RowLimit(boolean limited, boolean offset, ConstantCounts rows) {
  /** All rows. */
  public static final RowLimit NONE = new RowLimit(false, false, ConstantCounts.NONE);
}
