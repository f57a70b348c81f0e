package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateGenerator;
import io.github.pgslowlog.select.HeuristicSelector;
import io.github.pgslowlog.select.ServedPattern;
import java.util.List;

/** Advice from the statements alone, where no planner can be asked. */
public final class HeuristicAdvisor implements Advisor {
  /** Knows nothing but what it is asked. */
  public HeuristicAdvisor() {}

  @Override
  public Advice advise(AdviceRequest request) {
    CandidateGenerator generator = new CandidateGenerator(request.columns()::equalityMicros);
    HeuristicSelector selector = new HeuristicSelector();
    for (ShapedPattern pattern : request.patterns()) {
      boolean byNaming = pattern.isByNaming();
      pattern.shape().stream()
          .flatMap(shape -> generator.candidates(shape).entrySet().stream())
          .forEach(
              entry ->
                  selector.add(
                      entry.getKey(),
                      new ServedPattern(pattern.pattern(), entry.getValue(), byNaming)));
    }
    return new Advice(
        selector.select(request.workload().executionMicros()), List.of(), List.of(), "");
  }
}
