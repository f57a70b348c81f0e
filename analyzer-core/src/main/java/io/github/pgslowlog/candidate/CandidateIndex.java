package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.TableName;
import java.util.List;

/**
 * An index that could help, not yet weighed.
 *
 * @param table the table
 * @param keys its key columns in order, at least one
 */
public record CandidateIndex(TableName table, List<IndexKey> keys) {
  /** Checks and copies the keys. */
  public CandidateIndex {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an index on " + table + " needs a key");
    }
  }

  /**
   * Whether another index can do all that this one does, because it begins with the same keys.
   *
   * @param other an index
   * @return true if this one's keys are the first keys of the other
   */
  public boolean isPrefixOf(CandidateIndex other) {
    return table.equals(other.table)
        && keys.size() <= other.keys.size()
        && keys.equals(other.keys.subList(0, keys.size()));
  }
}
