package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexName;
import java.util.Set;

/** What became of planning a statement. */
public sealed interface PlanResult {
  /**
   * A plan.
   *
   * @param cost total cost, in the planner's units
   * @param candidates the candidates in it
   * @param existing the existing indexes in it
   * @param plan its nodes
   */
  record Planned(
      double cost, Set<CandidateIndex> candidates, Set<IndexName> existing, PlanNode plan)
      implements PlanResult {
    /** Copies the sets. */
    public Planned {
      candidates = Set.copyOf(candidates);
      existing = Set.copyOf(existing);
    }
  }

  /**
   * No plan: the statement does not fit the schema, or takes too long to plan.
   *
   * @param reason what the server said, one line
   */
  record Unplanned(String reason) implements PlanResult {}
}
