package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.SortKey;
import java.util.List;

/**
 * How one query reads one table; what rules look at.
 *
 * @param table the table
 * @param equality columns compared for equality with a value or IS NULL, those first that most of
 *     the workload's time compares so
 * @param in columns compared with a list
 * @param range columns compared with a bound
 * @param join columns that equal a column of another table or of an outer query
 * @param sort ORDER BY, if all of it is on this table; otherwise empty
 * @param limited whether only the first rows are asked for
 * @param alone whether the query reads no other table
 */
public record TableAccess(
    TableName table,
    List<String> equality,
    List<String> in,
    List<String> range,
    List<String> join,
    List<SortKey> sort,
    boolean limited,
    boolean alone) {
  /** Copies the lists. */
  public TableAccess {
    equality = List.copyOf(equality);
    in = List.copyOf(in);
    range = List.copyOf(range);
    join = List.copyOf(join);
    sort = List.copyOf(sort);
  }

  /**
   * Whether a value of the primary key is given, so that no other index is needed. Without a schema
   * a column called {@code id} is taken for the primary key.
   *
   * @return true if {@code id} is compared for equality or with a list
   */
  public boolean isByPrimaryKey() {
    return equality.contains("id") || in.contains("id");
  }
}
