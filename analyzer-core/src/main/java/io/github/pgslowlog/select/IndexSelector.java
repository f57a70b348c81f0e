package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.Candidate;
import io.github.pgslowlog.candidate.CandidateIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the indexes that save most over the whole workload. */
public final class IndexSelector {
  private final CostModel model;
  private final SelectionLimits limits;

  /**
   * Makes a selector.
   *
   * @param model plans statements
   * @param limits bounds of the selection
   */
  public IndexSelector(CostModel model, SelectionLimits limits) {
    this.model = model;
    this.limits = limits;
  }

  /**
   * Chooses.
   *
   * @param queries the workload
   * @return the indexes and what they do
   */
  public Selection select(List<WeightedQuery> queries) {
    List<CandidateIndex> all =
        queries.stream()
            .flatMap(query -> query.candidates().stream())
            .map(Candidate::index)
            .distinct()
            .limit(limits.maxPlans())
            .toList();
    Map<CandidateIndex, String> refused = new LinkedHashMap<>();
    model
        .offer(all)
        .forEach(
            (index, offer) -> {
              if (offer instanceof Offer.Refused no) {
                refused.put(index, no.reason());
              }
            });
    return new Selection(List.of(), Map.of(), refused, 0, false);
  }
}
