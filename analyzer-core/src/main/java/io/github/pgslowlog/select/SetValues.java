package io.github.pgslowlog.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The value of sets of indexes for the whole workload; less is better. */
final class SetValues {
  /** A set that makes a pattern costlier than allowed is worse than any other. */
  private static final double REGRESSION_PENALTY = 100;

  private final List<QueryCosts> queries;
  private final List<StatementCosts> statements;
  private final Objective objective;
  private final IndexPrices prices;
  private final OfferedIndexes offered;
  private final PlanRequests requests;
  private final SelectionLimits limits;

  SetValues(
      List<QueryCosts> queries,
      IndexPrices prices,
      OfferedIndexes offered,
      PlanRequests requests,
      SelectionLimits limits) {
    this.queries = queries;
    this.statements = queries.stream().flatMap(query -> query.statements().stream()).toList();
    this.objective = Objective.of(queries);
    this.prices = prices;
    this.offered = offered;
    this.requests = requests;
    this.limits = limits;
  }

  Objective objective() {
    return objective;
  }

  List<StatementCosts> statements() {
    return statements;
  }

  /** Whether a set is within the bounds of number and storage. */
  boolean fits(IndexSet set) {
    return set.size() <= limits.maxIndexes() && offered.bytes(set) <= budget();
  }

  long budget() {
    OptionalLong budget = limits.storageBudget();
    return budget.isPresent() ? budget.getAsLong() : Long.MAX_VALUE;
  }

  /** What sets are worth by the plans that are known, without asking for more. */
  NearValues near() {
    return new NearValues(statements, objective, prices, offered, requests);
  }

  /** Where plans contradict each other, the planner having missed a plan, the lesser cost. */
  static double atBest(StatementCosts.Bounds bounds) {
    return Math.min(bounds.atMost(), bounds.atLeast());
  }

  private double[] ratiosAtBest(IndexSet set) {
    double[] ratios = new double[statements.size()];
    for (int i = 0; i < ratios.length; i++) {
      StatementCosts statement = statements.get(i);
      StatementCosts.Bounds bounds = statement.bounds(requests.relevant(statement, set));
      ratios[i] = atBest(bounds) / statement.before();
    }
    return ratios;
  }

  /** What a set is worth, plans being made where needed. */
  double value(IndexSet set) {
    return valueIfBelow(set, Double.POSITIVE_INFINITY);
  }

  /**
   * What a set is worth, plans being made where needed, those first that can change most; none any
   * more once it is known that the set is worth no less than a bound.
   */
  double valueIfBelow(IndexSet set, double bound) {
    double[] ratios = ratiosAtBest(set);
    for (int i : unknown(set)) {
      if (value(ratios, set) >= bound) {
        return Double.POSITIVE_INFINITY;
      }
      StatementCosts statement = statements.get(i);
      requests.ask(statement, set);
      ratios[i] = statement.cost(requests.relevant(statement, set)) / statement.before();
    }
    double value = value(ratios, set);
    return value < bound ? value + REGRESSION_PENALTY * regression(set) : value;
  }

  private List<Integer> unknown(IndexSet set) {
    List<Integer> unknown = new ArrayList<>();
    double[] open = new double[statements.size()];
    for (int i = 0; i < open.length; i++) {
      StatementCosts statement = statements.get(i);
      IndexSet visible = requests.relevant(statement, set);
      if (!requests.isKnown(statement, visible) && !statement.isHopeless(visible)) {
        unknown.add(i);
        StatementCosts.Bounds bounds = statement.bounds(visible);
        double from = bounds.atMost() / statement.before();
        open[i] = objective.gain(i, from, atBest(bounds) / statement.before(), 1);
      }
    }
    unknown.sort(Comparator.<Integer>comparingDouble(i -> -open[i]).thenComparing(i -> i));
    return unknown;
  }

  private double value(double[] ratios, IndexSet set) {
    return objective.value(ratios) + prices.of(set);
  }

  /** By how much patterns are costlier than allowed, as shares of their costs, added up. */
  double regression(IndexSet set) {
    double regression = 0;
    for (QueryCosts query : queries) {
      double after = query.mean(statement -> statement.cost(requests.relevant(statement, set)));
      regression += Math.max(0, after / query.before() - 1 - limits.maxRegression());
    }
    return regression;
  }
}
