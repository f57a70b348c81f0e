package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import java.util.List;
import java.util.Optional;

/**
 * An index that could help, not yet weighed.
 *
 * @param table the table
 * @param accessMethod {@code btree}, {@code gin}, {@code gist}, {@code brin} or {@code hash}
 * @param keys its keys in order, at least one
 * @param included the columns of INCLUDE
 * @param predicate WHERE of a partial index, as SQL text
 */
public record CandidateIndex(
    TableName table,
    String accessMethod,
    List<IndexKey> keys,
    List<String> included,
    Optional<String> predicate) {
  /** The access method that serves equality, ranges and order. */
  public static final String BTREE = "btree";

  /** Checks and copies the lists. */
  public CandidateIndex {
    keys = List.copyOf(keys);
    included = List.copyOf(included);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an index on " + table + " needs a key");
    }
  }

  /**
   * A B-tree of all rows.
   *
   * @param table the table
   * @param keys its keys in order, at least one
   */
  public CandidateIndex(TableName table, List<IndexKey> keys) {
    this(table, BTREE, keys, List.of(), Optional.empty());
  }

  /**
   * The same index with further columns in it.
   *
   * @param columns for INCLUDE
   * @return the wider index
   */
  public CandidateIndex including(List<String> columns) {
    return new CandidateIndex(table, accessMethod, keys, columns, predicate);
  }

  /**
   * The same index of some rows only.
   *
   * @param condition WHERE as SQL text
   * @return the partial index
   */
  public CandidateIndex where(String condition) {
    return new CandidateIndex(table, accessMethod, keys, included, Optional.of(condition));
  }

  /**
   * Whether it is a B-tree.
   *
   * @return true if so
   */
  public boolean isBtree() {
    return accessMethod.equals(BTREE);
  }

  /**
   * Whether another index can do all that this one does, because it begins with the same keys.
   *
   * @param other an index
   * @return true if both are B-trees of the same rows, this one's keys are the first keys of the
   *     other, and all its columns are in the other
   */
  public boolean isPrefixOf(CandidateIndex other) {
    return table.equals(other.table)
        && isBtree()
        && other.isBtree()
        && predicate.equals(other.predicate)
        && keys.size() <= other.keys.size()
        && keys.equals(other.keys.subList(0, keys.size()))
        && included.stream().allMatch(other::contains);
  }

  private boolean contains(String column) {
    return included.contains(column)
        || keys.stream().anyMatch(key -> !key.expression() && key.text().equals(column));
  }
}
