package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.candidate.IndexNeed;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Costs from what a log tells alone. They tell which of two configurations does more, and nothing
 * else: no size, no number of rows and no existing index is known.
 *
 * <p>As things are a pattern costs the microseconds that were logged for it. Its tables share them
 * alike, as no log tells which of them takes the time. Of the share of a table an index takes as
 * much as it serves of the keys that are asked for: with {@code WHERE a = $1 AND b = $2} and 600 µs
 * logged, {@code (a, b)} leaves 0, {@code (a)} leaves 300, {@code (c, a)} leaves 600.
 */
public final class HeuristicCostModel implements CostModel {
  private static final Comparator<CandidateIndex> NARROW_FIRST =
      Comparator.<CandidateIndex>comparingInt(index -> index.keys().size())
          .thenComparing(index -> new IndexDefinition(index).create());

  private final Map<PlannableStatement, PatternNeeds> patterns = new HashMap<>();

  /**
   * Makes a model of a workload.
   *
   * @param patterns the statements that can be asked about
   */
  public HeuristicCostModel(Collection<PatternNeeds> patterns) {
    patterns.forEach(pattern -> this.patterns.putIfAbsent(pattern.statement(), pattern));
  }

  @Override
  public Confidence confidence() {
    return Confidence.HEURISTIC;
  }

  @Override
  public String description() {
    return "heuristic: no schema given";
  }

  @Override
  public Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> candidates) {
    Map<CandidateIndex, Offer> offers = new LinkedHashMap<>();
    candidates.forEach(index -> offers.put(index, offer(index)));
    return offers;
  }

  private static Offer offer(CandidateIndex index) {
    return index.isBtree() && index.predicate().isEmpty()
        ? new Offer.Unmeasured()
        : new Offer.Refused("without a schema only B-trees of all rows can be weighed");
  }

  @Override
  public PlanResult plan(PlannableStatement statement, Configuration configuration) {
    PatternNeeds pattern = patterns.get(statement);
    if (pattern == null) {
      return new PlanResult.Unplanned("not a statement of the log");
    }
    if (!configuration.hidden().isEmpty() || !configuration.settings().isEmpty()) {
      return new PlanResult.Unplanned("without a schema no index and no setting is known");
    }
    Set<CandidateIndex> used = new HashSet<>();
    double served = 0;
    for (IndexNeed need : pattern.needs()) {
      Optional<CandidateIndex> best = best(need, configuration.candidates());
      best.ifPresent(used::add);
      served += best.map(index -> (double) need.served(index) / need.keys()).orElse(0.0);
    }
    double share = pattern.needs().isEmpty() ? 0 : served / pattern.needs().size();
    double cost = pattern.pattern().executionMicros() * (1 - share);
    return new PlanResult.Planned(cost, used, Set.of(), noPlan(cost));
  }

  /** The one that serves most; the narrowest of these. */
  private static Optional<CandidateIndex> best(IndexNeed need, Set<CandidateIndex> candidates) {
    return candidates.stream()
        .filter(index -> need.served(index) > 0)
        .min(
            Comparator.<CandidateIndex>comparingInt(need::served)
                .reversed()
                .thenComparing(NARROW_FIRST));
  }

  /** A single node: how the server would go about it, nobody knows. */
  private static PlanNode noPlan(double cost) {
    return new PlanNode(
        "Unknown", Optional.empty(), Optional.empty(), "", "", List.of(), 0, cost, 0, 0, List.of());
  }

  @Override
  public void close() {}
}
