package io.github.pgslowlog.workload;

import static java.util.stream.Collectors.toSet;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up which expressions patterns compare, group and sort by; aggregates aside. */
public final class ExpressionUsageAccumulator {
  private static final Comparator<ExpressionUsage> COSTLIEST_FIRST =
      Comparator.comparingLong(ExpressionUsage::maxMicros)
          .reversed()
          .thenComparing(ExpressionUsage::table)
          .thenComparing(ExpressionUsage::expression)
          .thenComparing(usage -> usage.columns().toString());

  private record Key(TableName table, List<String> columns, String expression) {}

  private record KeyedRole(Key key, Role role) {}

  private final Map<Key, Map<Role, RoleUsage>> usages = new HashMap<>();

  /** Starts empty. */
  public ExpressionUsageAccumulator() {}

  /**
   * Adds a pattern.
   *
   * @param shape its expressions
   * @param pattern its calls and time
   */
  public void add(QueryShape shape, Pattern pattern) {
    Set<KeyedRole> seen = new LinkedHashSet<>();
    shape.blocks().forEach(block -> collect(block, seen));
    RoleUsage one = new RoleUsage(1, pattern.calls(), pattern.executionMicros());
    seen.forEach(
        keyed ->
            usages
                .computeIfAbsent(keyed.key(), k -> new EnumMap<>(Role.class))
                .merge(keyed.role(), one, RoleUsage::plus));
  }

  /**
   * Adds what was added up elsewhere.
   *
   * @param usage of an expression; a pattern that was added, too, counts twice
   */
  public void add(ExpressionUsage usage) {
    Key key = new Key(usage.table(), usage.columns(), usage.expression());
    Map<Role, RoleUsage> roles = usages.computeIfAbsent(key, k -> new EnumMap<>(Role.class));
    usage.roles().forEach((role, uses) -> roles.merge(role, uses, RoleUsage::plus));
  }

  private static void collect(QueryBlock block, Set<KeyedRole> seen) {
    BlockConditions.of(block).predicates().forEach(p -> collect(p.term(), p.role(), seen));
    block.groupBy().forEach(term -> collect(term, Role.GROUP_BY, seen));
    block.orderBy().forEach(key -> collect(key.term(), Role.ORDER_BY, seen));
  }

  private static void collect(Term term, Role role, Set<KeyedRole> seen) {
    if (term instanceof Term.Computed computed && computed.cause() != Sargability.NOT_PUSHED_DOWN) {
      tableOf(computed)
          .ifPresent(
              table -> {
                List<String> columns = computed.columns().stream().map(ColumnRef::column).toList();
                seen.add(new KeyedRole(new Key(table.table(), columns, computed.text()), role));
              });
    }
  }

  /** The one use of a table that all its columns are of; empty if there is no such. */
  private static Optional<TableRef> tableOf(Term.Computed term) {
    Set<Optional<TableRef>> tables =
        term.columns().stream().map(ExpressionUsageAccumulator::tableOf).collect(toSet());
    return tables.size() == 1 ? tables.iterator().next() : Optional.empty();
  }

  private static Optional<TableRef> tableOf(ColumnRef column) {
    return column instanceof ColumnRef.Resolved known
        ? Optional.of(known.table())
        : Optional.empty();
  }

  /**
   * What was added so far.
   *
   * @return the expressions that cost most time first
   */
  public List<ExpressionUsage> toUsages() {
    return usages.entrySet().stream()
        .map(
            e ->
                new ExpressionUsage(
                    e.getKey().table(),
                    e.getKey().columns(),
                    e.getKey().expression(),
                    e.getValue()))
        .sorted(COSTLIEST_FIRST)
        .toList();
  }
}
