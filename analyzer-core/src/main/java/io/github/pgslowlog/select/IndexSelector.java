package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.Candidate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the indexes that save most over the whole workload.
 *
 * <p>A planner tells which sets of candidates make each statement cheap ({@link PlanExplorer}); the
 * best set for all statements follows from that exactly ({@link ExactSearch}); then the planner is
 * asked about this set as a whole, and about what differs from it by one step ({@link
 * LocalSearch}); and what remains is what some plan has and what is worth it ({@link
 * ProvenIndexes}).
 */
public final class IndexSelector {
  /** Of all plans, when nothing more is tried with the best set so far. */
  private static final double COMPLEMENTING = 0.55;

  /** Of all plans, when the search ends. */
  private static final double SEARCHING = 0.7;

  /** Of all plans, when it is settled what is worth it; the rest is for the report. */
  private static final double PROVING = 0.9;

  /** Of all plans, those of statements as things are: if there are more, some are left out. */
  private static final double PLANNING_ONCE = 0.2;

  private static final int MAX_ROUNDS = 6;

  private final CostModel model;
  private final SelectionLimits limits;
  private final WriteCostModel writes;

  /**
   * Makes a selector that does not know what is written.
   *
   * @param model plans statements
   * @param limits bounds of the selection
   */
  public IndexSelector(CostModel model, SelectionLimits limits) {
    this(model, limits, WriteCostModel.unknown());
  }

  /**
   * Makes a selector.
   *
   * @param model plans statements
   * @param limits bounds of the selection
   * @param writes tells what indexes cost when rows are written
   */
  public IndexSelector(CostModel model, SelectionLimits limits, WriteCostModel writes) {
    this.model = model;
    this.limits = limits;
    this.writes = writes;
  }

  /**
   * Chooses.
   *
   * @param queries the workload
   * @return the indexes and what they do
   */
  public Selection select(List<WeightedQuery> queries) {
    List<WeightedQuery> costliest =
        queries.stream()
            .sorted(
                Comparator.comparingLong(WeightedQuery::micros)
                    .reversed()
                    .thenComparing(WeightedQuery::fingerprint))
            .toList();
    OfferedIndexes offered = new OfferedIndexes(model);
    offered.offer(
        costliest.stream()
            .flatMap(query -> query.candidates().stream())
            .map(Candidate::index)
            .toList());
    PlanRequests requests = new PlanRequests(model, offered, limits.maxPlans());
    StatementsAsTheyAre asTheyAre = new StatementsAsTheyAre(requests);
    requests.allow(PLANNING_ONCE);
    List<QueryCosts> planned = asTheyAre.plan(costliest);
    IndexPrices prices = new IndexPrices(offered, writes);
    SetValues values = new SetValues(planned, prices, offered, requests, limits);
    IndexSet chosen = choose(planned, values, offered, prices, requests);
    requests.allow(1);
    return new SelectionMaker(planned, offered, requests, writes)
        .selection(chosen, asTheyAre.failed(), offered.isCut());
  }

  private IndexSet choose(
      List<QueryCosts> queries,
      SetValues values,
      OfferedIndexes offered,
      IndexPrices prices,
      PlanRequests requests) {
    if (queries.isEmpty() || offered.size() == 0) {
      return IndexSet.EMPTY;
    }
    Shortlist shortlist = new Shortlist(offered, values, prices, limits);
    PlanExplorer explorer =
        new PlanExplorer(
            queries,
            offered,
            requests,
            limits.storageBudget(),
            () -> shortlist.best(IndexSet.EMPTY));
    explorer.explore();
    requests.allow(COMPLEMENTING);
    IndexSet set = best(shortlist, explorer, values);
    LocalSearch steps = new LocalSearch(offered, values, requests);
    ProvenIndexes proven = new ProvenIndexes(queries, offered, requests, values, limits, writes);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      requests.allow(SEARCHING);
      IndexSet improved = steps.improve(set);
      requests.allow(PROVING);
      set = proven.of(improved);
      if (set.equals(improved)) {
        return set;
      }
      steps.ban(improved.minus(set));
    }
    return set;
  }

  /** What the exact search finds, until the planner finds nothing new that goes well with it. */
  private static IndexSet best(Shortlist shortlist, PlanExplorer explorer, SetValues values) {
    Map<IndexSet, Double> found = new LinkedHashMap<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      IndexSet set = shortlist.best(IndexSet.EMPTY);
      if (found.putIfAbsent(set, values.value(set)) != null) {
        break;
      }
      explorer.complement(set);
    }
    return found.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(IndexSet.EMPTY);
  }
}
