package io.github.pgslowlog.select;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A pattern with what is known of the costs of its statements.
 *
 * @param query the pattern
 * @param statements those that could be planned, at least one
 * @param plan that of the costliest as things are
 */
record QueryCosts(WeightedQuery query, List<StatementCosts> statements, PlanNode plan) {
  QueryCosts {
    statements = List.copyOf(statements);
  }

  /** Mean cost as things are. */
  double before() {
    return mean(StatementCosts::before);
  }

  /** Mean of what statements cost. */
  double mean(ToDoubleFunction<StatementCosts> cost) {
    return statements.stream().mapToDouble(cost).average().orElse(0);
  }

  /** The first of those that cost most as things are. */
  StatementCosts costliest() {
    return statements.stream()
        .max(
            Comparator.comparingDouble(StatementCosts::before)
                .thenComparing(statement -> -statements.indexOf(statement)))
        .orElseThrow();
  }
}
