package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateGenerator;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.HeuristicCostModel;
import io.github.pgslowlog.select.HeuristicSelector;
import io.github.pgslowlog.select.PatternNeeds;
import java.util.List;

/** Advice from the statements alone, where no planner can be asked. */
public final class HeuristicAdvisor implements Advisor {
  /** Knows nothing but what it is asked. */
  public HeuristicAdvisor() {}

  @Override
  public Advice advise(AdviceRequest request) {
    List<PatternNeeds> patterns = needs(request);
    try (CostModel model = new HeuristicCostModel(patterns)) {
      return new Advice(
          new HeuristicSelector(model, patterns).select(request.workload().executionMicros()),
          List.of(),
          List.of(),
          "");
    }
  }

  private static List<PatternNeeds> needs(AdviceRequest request) {
    CandidateGenerator generator = new CandidateGenerator(request.columns()::equalityMicros);
    return request.patterns().stream()
        .flatMap(
            pattern ->
                pattern.shape().map(generator::needs).filter(needs -> !needs.isEmpty()).stream()
                    .map(needs -> new PatternNeeds(pattern.pattern(), needs, pattern.isByNaming())))
        .toList();
  }
}
