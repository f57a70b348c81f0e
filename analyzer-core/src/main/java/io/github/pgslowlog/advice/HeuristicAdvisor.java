package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateGenerator;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexNeed;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.HeuristicCostModel;
import io.github.pgslowlog.select.HeuristicSelector;
import io.github.pgslowlog.select.PatternNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Advice from the statements alone, where no planner can be asked. */
public final class HeuristicAdvisor implements Advisor {
  private static final int MAX_NAMES = 5;

  /** Knows nothing but what it is asked. */
  public HeuristicAdvisor() {}

  @Override
  public Advice advise(AdviceRequest request) {
    LoggedIndexes logged = LoggedIndexes.of(request.patterns());
    Map<String, CandidateIndex> existing = new TreeMap<>();
    List<PatternNeeds> patterns = needs(request, logged, existing);
    try (CostModel model = new HeuristicCostModel(patterns)) {
      return new Advice(
          new HeuristicSelector(model, patterns).select(request.workload().executionMicros()),
          List.of(),
          notice(existing),
          "");
    }
  }

  /** What indexes are asked for, but for those that plans in the log have. */
  private static List<PatternNeeds> needs(
      AdviceRequest request, LoggedIndexes logged, Map<String, CandidateIndex> existing) {
    CandidateGenerator generator = new CandidateGenerator(request.columns()::equalityMicros);
    List<PatternNeeds> all = new ArrayList<>();
    for (ShapedPattern pattern : request.patterns()) {
      List<IndexNeed> open = new ArrayList<>();
      for (IndexNeed need : pattern.shape().map(generator::needs).orElse(List.of())) {
        Optional<String> name = logged.like(need.index());
        name.ifPresent(index -> existing.put(index, need.index()));
        if (name.isEmpty()) {
          open.add(need);
        }
      }
      if (!open.isEmpty()) {
        all.add(new PatternNeeds(pattern.pattern(), open, pattern.isByNaming()));
      }
    }
    return all;
  }

  private static List<Problem> notice(Map<String, CandidateIndex> existing) {
    if (existing.isEmpty()) {
      return List.of();
    }
    String names =
        existing.entrySet().stream()
            .limit(MAX_NAMES)
            .map(index -> index.getKey() + " on " + index.getValue().table())
            .collect(Collectors.joining(", "));
    return List.of(
        Problem.notice(
            "not proposed, as plans in the log search such indexes: "
                + names
                + (existing.size() > MAX_NAMES
                    ? " and " + (existing.size() - MAX_NAMES) + " more"
                    : "")));
  }
}
