package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects a {@link TableScan}. */
final class ScanAccumulator {
  /** Conditions on one table; of a machine's statement with more, the first are enough. */
  static final int MAX_PREDICATES = 64;

  private static final Set<Role> UNTESTED =
      EnumSet.of(
          Role.RETURNED,
          Role.AGGREGATE,
          Role.UPDATED,
          Role.INSERTED,
          Role.CONFLICT_TARGET,
          Role.GROUP_BY,
          Role.ORDER_BY,
          Role.DISTINCT,
          Role.MIN_MAX);

  private final TableFacts facts;
  private final ColumnOrder order;
  private final Set<String> equality = new LinkedHashSet<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<String> ranges = new LinkedHashSet<>();
  private final Map<String, Set<String>> joins = new LinkedHashMap<>();
  private final Set<List<SortKey>> orders = new LinkedHashSet<>();
  private final Set<List<String>> groupings = new LinkedHashSet<>();
  private final Set<String> extremes = new LinkedHashSet<>();
  private final Set<String> distances = new LinkedHashSet<>();
  private final Set<String> absent = new LinkedHashSet<>();
  private final Set<Predicate> predicates = new LinkedHashSet<>();
  private final Set<List<Predicate>> alternatives = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> tested = new LinkedHashSet<>();
  private boolean limited;

  ScanAccumulator(TableFacts facts, ColumnOrder order) {
    this.facts = facts;
    this.order = order;
  }

  /** A column that is needed; one that the table does not have is a column of the system. */
  void column(String column) {
    if (facts.table().column(column).isPresent()) {
      columns.add(column);
    }
  }

  void predicate(Predicate predicate) {
    if (predicates.size() < MAX_PREDICATES && predicates.add(predicate)) {
      predicate.term().columns().forEach(column -> tested.add(column.column()));
      if (predicate.isSargable() && predicate.term() instanceof Term.Column plain) {
        sargable(predicate, plain.column());
      }
    }
  }

  private void sargable(Predicate predicate, ColumnRef column) {
    boolean query = predicate.comparand() instanceof Comparand.Subquery;
    switch (predicate.role()) {
      case EQUALITY -> equality.add(column.column());
      case IN -> in(column.column(), query);
      case RANGE -> ranges.add(column.column());
      case IS_NULL -> absent.add(column.column());
      default -> {}
    }
  }

  /** Each value that a sub-select gives is looked up, as in a join. */
  private void in(String column, boolean query) {
    if (query) {
      join("in " + column, column);
    } else {
      lists.add(column);
    }
  }

  void join(String partner, String column) {
    tested.add(column);
    joins.computeIfAbsent(partner, key -> new LinkedHashSet<>()).add(column);
  }

  void extreme(String column) {
    extremes.add(column);
  }

  void distance(String column) {
    distances.add(column);
  }

  void role(Role role, String column) {
    if (!UNTESTED.contains(role)) {
      tested.add(column);
    }
  }

  void order(List<SortKey> keys, boolean some) {
    orders.add(keys);
    limited |= some;
  }

  void grouping(List<String> keys) {
    groupings.add(keys);
  }

  void alternative(List<Predicate> arm) {
    if (alternatives.size() < MAX_PREDICATES) {
      alternatives.add(arm);
    }
  }

  TableScan toScan(List<TableName> written, SampleConstants constants) {
    return new TableScan(
        facts,
        order.sorted(facts, equality),
        order.sorted(facts, lists),
        List.copyOf(ranges),
        joins.values().stream().map(group -> order.sorted(facts, group)).distinct().toList(),
        List.copyOf(orders),
        List.copyOf(groupings),
        List.copyOf(extremes),
        List.copyOf(distances),
        List.copyOf(absent),
        limited,
        new ArrayList<>(predicates),
        List.copyOf(alternatives),
        columns,
        tested,
        constants,
        written.contains(facts.name()));
  }
}
