package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.resolve.SortKey;

/**
 * A key column of an index.
 *
 * @param column name of the column
 * @param descending DESC
 * @param nulls where NULLs go, if not where the direction puts them
 */
public record IndexKey(String column, boolean descending, SortKey.Nulls nulls) {
  /**
   * An ascending key.
   *
   * @param column name of the column
   * @return the key
   */
  public static IndexKey of(String column) {
    return new IndexKey(column, false, SortKey.Nulls.DEFAULT);
  }

  /**
   * The key as CREATE INDEX has it.
   *
   * @return for example {@code created_at DESC NULLS LAST}
   */
  public String sql() {
    String direction = descending ? " DESC" : "";
    String placement = nulls == SortKey.Nulls.DEFAULT ? "" : " NULLS " + nulls;
    return Identifier.quoted(column) + direction + placement;
  }
}
