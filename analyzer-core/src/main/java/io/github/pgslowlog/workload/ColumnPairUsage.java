package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two columns of a table that conditions joined by AND are on: {@code status = $1 AND created_at >
 * $2}.
 *
 * @param table the table
 * @param first the column whose name comes first
 * @param second the other
 * @param roles uses by what the two are compared by, in the order of {@link Roles}
 * @param patterns number of patterns
 * @param calls their calls
 * @param micros their execution time in microseconds
 */
public record ColumnPairUsage(
    TableName table,
    String first,
    String second,
    Map<Roles, RoleUsage> roles,
    long patterns,
    long calls,
    long micros) {
  /** Copies the roles. */
  public ColumnPairUsage {
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
  }

  /**
   * What two columns are compared by.
   *
   * @param first the role of the first column
   * @param second the role of the second column
   */
  public record Roles(Role first, Role second) implements Comparable<Roles> {
    @Override
    public int compareTo(Roles other) {
      int byFirst = first.compareTo(other.first);
      return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
  }
}
