package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.workload.ColumnPairUsage.Roles;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up which columns patterns have conditions on together. */
public final class ColumnPairAccumulator {
  /** 1,000: the pairs of 45 columns. A condition on more comes from a search form. */
  static final int MAX_PAIRS = 1_000;

  private static final Comparator<ColumnPairUsage> COSTLIEST_FIRST =
      Comparator.comparingLong(ColumnPairUsage::micros)
          .reversed()
          .thenComparing(ColumnPairUsage::table)
          .thenComparing(ColumnPairUsage::first)
          .thenComparing(ColumnPairUsage::second);

  private record Pair(TableName table, String first, String second) {}

  private final Map<Pair, RoleUsage> totals = new HashMap<>();
  private final Map<Pair, SortedMap<Roles, RoleUsage>> byRoles = new HashMap<>();

  /** Starts empty. */
  public ColumnPairAccumulator() {}

  /**
   * Adds a pattern.
   *
   * @param shape its conditions
   * @param pattern its calls and time
   * @return false if it has more than {@value #MAX_PAIRS} pairs, and only the first were added
   */
  public boolean add(QueryShape shape, Pattern pattern) {
    PatternPairs pairs = new PatternPairs();
    for (QueryBlock block : shape.blocks()) {
      for (List<Condition> conjunction : BlockConditions.of(block).conjunctions()) {
        ConjunctionColumns.of(conjunction).forEach(pairs::add);
      }
    }
    RoleUsage one = new RoleUsage(1, pattern.calls(), pattern.executionMicros());
    pairs.roles.forEach((pair, roles) -> add(pair, roles, one));
    return !pairs.cut;
  }

  /**
   * Adds what was added up elsewhere.
   *
   * @param usage of a pair; a pattern that was added, too, counts twice
   */
  public void add(ColumnPairUsage usage) {
    Pair pair = new Pair(usage.table(), usage.first(), usage.second());
    totals.merge(
        pair, new RoleUsage(usage.patterns(), usage.calls(), usage.micros()), RoleUsage::plus);
    SortedMap<Roles, RoleUsage> usages = byRoles.computeIfAbsent(pair, p -> new TreeMap<>());
    usage.roles().forEach((both, uses) -> usages.merge(both, uses, RoleUsage::plus));
  }

  private void add(Pair pair, Set<Roles> roles, RoleUsage one) {
    totals.merge(pair, one, RoleUsage::plus);
    SortedMap<Roles, RoleUsage> usages = byRoles.computeIfAbsent(pair, p -> new TreeMap<>());
    roles.forEach(both -> usages.merge(both, one, RoleUsage::plus));
  }

  /**
   * What was added so far.
   *
   * @return the pairs that cost most time first
   */
  public List<ColumnPairUsage> toUsages() {
    return totals.entrySet().stream()
        .map(e -> usage(e.getKey(), e.getValue()))
        .sorted(COSTLIEST_FIRST)
        .toList();
  }

  private ColumnPairUsage usage(Pair pair, RoleUsage total) {
    return new ColumnPairUsage(
        pair.table(),
        pair.first(),
        pair.second(),
        byRoles.getOrDefault(pair, new TreeMap<>()),
        total.patterns(),
        total.calls(),
        total.micros());
  }

  /** The pairs of one pattern, those of the first columns by name if there are too many. */
  private static final class PatternPairs {
    private final Map<Pair, Set<Roles>> roles = new HashMap<>();
    private boolean cut;

    void add(TableRef table, SortedMap<String, Set<Role>> columns) {
      List<String> names = List.copyOf(columns.keySet());
      for (int first = 0; first < names.size() && !cut; first++) {
        for (int second = first + 1; second < names.size() && !cut; second++) {
          add(table.table(), columns, names.get(first), names.get(second));
        }
      }
    }

    private void add(TableName table, Map<String, Set<Role>> columns, String first, String second) {
      Pair pair = new Pair(table, first, second);
      Set<Roles> known = roles.get(pair);
      if (known == null && roles.size() == MAX_PAIRS) {
        cut = true;
        return;
      }
      Set<Roles> both = roles.computeIfAbsent(pair, p -> new TreeSet<>());
      for (Role one : columns.getOrDefault(first, Set.of())) {
        columns.getOrDefault(second, Set.of()).forEach(other -> both.add(new Roles(one, other)));
      }
    }
  }
}
