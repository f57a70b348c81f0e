package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a workload uses a column.
 *
 * @param table its table, empty if it is ambiguous
 * @param candidates the tables it could belong to, if it is ambiguous
 * @param column its name
 * @param evidence the weakest evidence by which a use was attributed to the table
 * @param roles uses by role; each pattern counts once in a role
 */
public record ColumnUsage(
    Optional<TableName> table,
    List<TableName> candidates,
    String column,
    Evidence evidence,
    Map<Role, RoleUsage> roles) {
  /** Copies the lists. */
  public ColumnUsage {
    candidates = List.copyOf(candidates);
    roles = SingleEntry.copyOf(roles);
  }

  /**
   * Uses in one role.
   *
   * @param patterns number of patterns
   * @param calls their calls
   * @param micros their execution time in microseconds
   */
  public record RoleUsage(long patterns, long calls, long micros) {
    RoleUsage plus(RoleUsage other) {
      return new RoleUsage(patterns + other.patterns, calls + other.calls, micros + other.micros);
    }
  }

  /**
   * The largest time in one role.
   *
   * @return microseconds
   */
  public long maxMicros() {
    long most = 0;
    for (RoleUsage usage : roles.values()) {
      most = Math.max(most, usage.micros());
    }
    return most;
  }

  /**
   * The largest time in one role other than being given back or filled: of what the server does
   * with it to find, join, group, sort or change rows.
   *
   * @return microseconds; -1 if it is only given back or filled
   */
  public long maxWorkMicros() {
    long most = -1;
    for (Map.Entry<Role, RoleUsage> entry : roles.entrySet()) {
      if (isWork(entry.getKey())) {
        most = Math.max(most, entry.getValue().micros());
      }
    }
    return most;
  }

  /**
   * Whether a role is more than to be given back or filled.
   *
   * @param role the role
   * @return false for RETURNED and INSERTED
   */
  public static boolean isWork(Role role) {
    return role != Role.RETURNED && role != Role.INSERTED;
  }
}
