package io.github.pgslowlog.select;

import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of sets that differ little from one set.
 *
 * <p>Statements on the same tables see the same part of a set, so what they add to the value is
 * remembered for that part. A step changes the indexes of one or two tables; what all others add
 * stays as it is. Without this, thousands of statements and as many steps would take hours.
 */
final class NearValues {
  /** Parts of sets that are remembered for a group, until one of its statements is planned. */
  private static final int MAX_REMEMBERED = 10_000;

  private final List<StatementCosts> statements;
  private final Objective objective;
  private final IndexPrices prices;
  private final OfferedIndexes offered;
  private final PlanRequests requests;
  private final List<Group> groups;
  private final Map<TableName, List<Group>> byTable = new HashMap<>();
  private IndexSet base = IndexSet.EMPTY;
  private Sums all = Sums.NOTHING;

  NearValues(
      List<StatementCosts> statements,
      Objective objective,
      IndexPrices prices,
      OfferedIndexes offered,
      PlanRequests requests) {
    this.statements = statements;
    this.objective = objective;
    this.prices = prices;
    this.offered = offered;
    this.requests = requests;
    Map<List<TableName>, Group> byTables = new LinkedHashMap<>();
    for (int i = 0; i < statements.size(); i++) {
      byTables.computeIfAbsent(statements.get(i).tables(), Group::new).members.add(i);
    }
    groups = List.copyOf(byTables.values());
    for (Group group : groups) {
      Set.copyOf(group.tables)
          .forEach(table -> byTable.computeIfAbsent(table, name -> new ArrayList<>()).add(group));
    }
  }

  /** What statements add to the value: at best, and by the plans that are known. */
  private record Sums(double timeAtBest, double atBest, double timeKnown, double known) {
    private static final Sums NOTHING = new Sums(0, 0, 0, 0);

    Sums plus(Sums other, double factor) {
      return new Sums(
          timeAtBest + factor * other.timeAtBest,
          atBest + factor * other.atBest,
          timeKnown + factor * other.timeKnown,
          known + factor * other.known);
    }
  }

  /** Statements on the same tables. */
  private final class Group {
    private final List<TableName> tables;
    private final List<Integer> members = new ArrayList<>();
    private final Map<IndexSet, Sums> remembered = new HashMap<>();
    private int plans;
    private int answers;

    Group(List<TableName> tables) {
      this.tables = tables;
    }

    Sums of(IndexSet set) {
      if (plans != requests.plans()) {
        plans = requests.plans();
        int now = members.stream().mapToInt(i -> statements.get(i).answers().size()).sum();
        if (now != answers || remembered.size() > MAX_REMEMBERED) {
          remembered.clear();
        }
        answers = now;
      }
      return remembered.computeIfAbsent(set.and(offered.onTables(tables)), this::added);
    }

    private Sums added(IndexSet visible) {
      Sums sums = Sums.NOTHING;
      for (int i : members) {
        StatementCosts statement = statements.get(i);
        StatementCosts.Bounds bounds = statement.bounds(visible);
        double best = SetValues.atBest(bounds) / statement.before();
        double known = bounds.atMost() / statement.before();
        sums =
            sums.plus(
                new Sums(
                    objective.time(i, best),
                    objective.logarithm(i, best),
                    objective.time(i, known),
                    objective.logarithm(i, known)),
                1);
      }
      return sums;
    }
  }

  /** From now on sets are asked about that are near this one. */
  void around(IndexSet set) {
    base = set;
    all = Sums.NOTHING;
    groups.forEach(group -> all = all.plus(group.of(set), 1));
  }

  /** What a set is worth at best. */
  double optimistic(IndexSet set) {
    Sums sums = sums(set);
    return objective.value(sums.timeAtBest, sums.atBest) + prices.of(set);
  }

  /** What a set is worth by the plans that are known. */
  double estimate(IndexSet set) {
    Sums sums = sums(set);
    return objective.value(sums.timeKnown, sums.known) + prices.of(set);
  }

  private Sums sums(IndexSet set) {
    Set<Group> changed = new LinkedHashSet<>();
    for (int id : set.minus(base).or(base.minus(set)).ids()) {
      changed.addAll(byTable.getOrDefault(offered.index(id).table(), List.of()));
    }
    Sums sums = all;
    for (Group group : changed) {
      sums = sums.plus(group.of(base), -1).plus(group.of(set), 1);
    }
    return sums;
  }
}
