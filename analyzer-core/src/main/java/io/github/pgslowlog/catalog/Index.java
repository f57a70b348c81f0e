package io.github.pgslowlog.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An index that exists.
 *
 * @param name its name
 * @param table its table
 * @param accessMethod {@code btree}, {@code gin}, {@code gist}, {@code brin}, {@code hash} and so
 *     on
 * @param keys its keys in order
 * @param included the columns of INCLUDE
 * @param predicate WHERE of a partial index, as {@code pg_get_expr} prints it
 * @param unique UNIQUE
 * @param nullsNotDistinct NULLS NOT DISTINCT
 * @param valid whether it is complete and may be used
 * @param constraint the constraint that it implements
 * @param replicaIdentity whether logical replication finds rows by it
 * @param parent the index of the partitioned table that it is part of
 * @param definition as {@code pg_get_indexdef} prints it
 * @param pages its size in pages of 8 kB, 0 if it is not known
 * @param activity how it is used, empty if it is not known
 */
public record Index(
    IndexName name,
    TableName table,
    String accessMethod,
    List<IndexKey> keys,
    List<String> included,
    Optional<String> predicate,
    boolean unique,
    boolean nullsNotDistinct,
    boolean valid,
    Optional<String> constraint,
    boolean replicaIdentity,
    Optional<IndexName> parent,
    String definition,
    long pages,
    Optional<IndexActivity> activity) {
  /** Copies the lists. */
  public Index {
    keys = List.copyOf(keys);
    included = List.copyOf(included);
  }

  /**
   * Whether its keys are all plain columns.
   *
   * @return false if one is an expression
   */
  public boolean isPlain() {
    return keys.stream().noneMatch(IndexKey::expression);
  }
}
