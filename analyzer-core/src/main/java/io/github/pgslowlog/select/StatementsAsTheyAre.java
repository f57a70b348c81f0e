package io.github.pgslowlog.select;

import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the statements of all patterns in the database as it is. */
final class StatementsAsTheyAre {
  /** The planner's smallest costs are above this; a statement without cost has no ratio. */
  private static final double MIN_COST = 1e-3;

  private final PlanRequests requests;
  private final Map<Fingerprint, String> failed = new LinkedHashMap<>();

  StatementsAsTheyAre(PlanRequests requests) {
    this.requests = requests;
  }

  /** The patterns of which a statement could be planned: first all with one, then the others. */
  List<QueryCosts> plan(List<WeightedQuery> queries) {
    Map<WeightedQuery, List<StatementCosts>> planned = new LinkedHashMap<>();
    Map<WeightedQuery, PlanNode> plans = new LinkedHashMap<>();
    int most = queries.stream().mapToInt(query -> query.statements().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      for (WeightedQuery query : queries) {
        if (i < query.statements().size()) {
          plan(query, query.statements().get(i), planned, plans);
        }
      }
    }
    planned.keySet().forEach(query -> failed.remove(query.fingerprint()));
    List<QueryCosts> costs = new ArrayList<>();
    for (WeightedQuery query : queries) {
      PlanNode plan = plans.get(query);
      if (plan != null) {
        costs.add(new QueryCosts(query, planned.getOrDefault(query, List.of()), plan));
      }
    }
    return costs;
  }

  /** Why patterns could not be planned. */
  Map<Fingerprint, String> failed() {
    return failed;
  }

  private void plan(
      WeightedQuery query,
      PlannableStatement statement,
      Map<WeightedQuery, List<StatementCosts>> planned,
      Map<WeightedQuery, PlanNode> plans) {
    Optional<PlanResult> result = requests.plan(statement, query.tables().size(), IndexSet.EMPTY);
    if (result.isEmpty()) {
      return;
    }
    if (result.get() instanceof PlanResult.Planned plan) {
      double cost = Math.max(MIN_COST, plan.cost());
      List<StatementCosts> statements = planned.computeIfAbsent(query, k -> new ArrayList<>());
      if (statements.stream().allMatch(other -> other.before() < cost)) {
        plans.put(query, plan.plan());
      }
      statements.add(new StatementCosts(statement, query.tables(), cost));
    } else if (result.get() instanceof PlanResult.Unplanned no) {
      failed.putIfAbsent(query.fingerprint(), no.reason());
    }
  }
}
