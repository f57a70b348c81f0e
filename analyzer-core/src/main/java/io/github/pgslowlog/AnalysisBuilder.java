package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.workload.Workload;
import java.util.List;

/** Puts the results of the stages together. */
final class AnalysisBuilder {
  private final List<Input> inputs;
  private final List<Problem> problems;
  private final SkipAccumulator skips;
  private final Workload workload;

  AnalysisBuilder(
      List<Input> inputs, List<Problem> problems, SkipAccumulator skips, Workload workload) {
    this.inputs = inputs;
    this.problems = problems;
    this.skips = skips;
    this.workload = workload;
  }

  Analysis build() {
    Coverage c = new Coverage(0, 0, skips.counts(), 0, 0, 0, 0, 0);
    return new Analysis(inputs, problems, c, workload);
  }
}
