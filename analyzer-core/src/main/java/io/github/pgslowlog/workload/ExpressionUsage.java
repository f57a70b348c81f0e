package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a workload uses an expression of columns of one table, such as {@code lower(email)}.
 *
 * @param table the table
 * @param columns the columns in it, in the order of the text
 * @param expression its text, with {@code $1} and so on for values
 * @param roles uses by role: what it is compared by, GROUP_BY, ORDER_BY; each pattern counts once
 *     in a role
 */
public record ExpressionUsage(
    TableName table, List<String> columns, String expression, Map<Role, RoleUsage> roles) {
  /** Copies the lists. */
  public ExpressionUsage {
    columns = List.copyOf(columns);
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
  }

  /**
   * The largest time in one role.
   *
   * @return microseconds
   */
  public long maxMicros() {
    return roles.values().stream().mapToLong(RoleUsage::micros).max().orElse(0);
  }
}
