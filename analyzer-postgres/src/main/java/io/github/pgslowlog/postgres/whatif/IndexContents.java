package io.github.pgslowlog.postgres.whatif;

import java.util.List;

/**
 * What goes into an index of one table.
 *
 * @param method its access method
 * @param rows rows that have an entry
 * @param tablePages pages of the table
 * @param keys its keys in order
 * @param included the columns of INCLUDE
 * @param deduplicates whether a B-tree stores equal keys once
 */
record IndexContents(
    String method,
    double rows,
    long tablePages,
    List<StoredColumn> keys,
    List<StoredColumn> included,
    boolean deduplicates) {
  IndexContents {
    keys = List.copyOf(keys);
    included = List.copyOf(included);
  }
}
