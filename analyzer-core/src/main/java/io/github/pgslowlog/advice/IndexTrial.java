package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Proof;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Asks the planner whether a statement outside the selection would use an index. */
final class IndexTrial {
  /** 20 %: less is not worth an index of its own. */
  private static final double MIN_GAIN = 0.2;

  private final AdviceContext context;

  IndexTrial(AdviceContext context) {
    this.context = context;
  }

  /**
   * What the planner says.
   *
   * @param rejected whether the index cannot be had, or is not used, or saves too little
   * @param proof its gain, empty if the planner could not be asked
   * @param bytes its size
   */
  record Verdict(boolean rejected, Optional<Proof> proof, OptionalLong bytes) {
    static final Verdict UNKNOWN = new Verdict(false, Optional.empty(), OptionalLong.empty());
    static final Verdict REJECTED = new Verdict(true, Optional.empty(), OptionalLong.empty());
  }

  /** Plans a statement for any values, with all that was chosen, with and without the index. */
  Verdict of(CandidateIndex index, String sql, long calls) {
    return of(index, new PlannableStatement(sql, List.of(), true), calls);
  }

  Verdict of(CandidateIndex index, PlannableStatement statement, long calls) {
    if (context.model().isEmpty()) {
      return Verdict.UNKNOWN;
    }
    Offer offer = context.model().get().offer(List.of(index)).get(index);
    if (!(offer instanceof Offer.Accepted accepted)) {
      return Verdict.REJECTED;
    }
    Configuration chosen = Plans.chosen(context);
    Set<CandidateIndex> more = new LinkedHashSet<>(chosen.candidates());
    more.add(index);
    Optional<PlanResult.Planned> before = Plans.plan(context, statement, chosen);
    Optional<PlanResult.Planned> after = Plans.plan(context, statement, Configuration.with(more));
    if (before.isEmpty() || after.isEmpty()) {
      return new Verdict(false, Optional.empty(), OptionalLong.of(accepted.bytes()));
    }
    boolean helps =
        after.get().candidates().contains(index)
            && after.get().cost() <= (1 - MIN_GAIN) * before.get().cost();
    return helps
        ? new Verdict(
            false,
            Optional.of(proof(calls * before.get().cost(), calls * after.get().cost())),
            OptionalLong.of(accepted.bytes()))
        : Verdict.REJECTED;
  }

  /** The statement counts as part of the workload, which so far it was not. */
  private Proof proof(double before, double after) {
    double gain = (before - after) / (Plans.workloadCost(context) + before);
    return new Proof(before, after, gain, gain);
  }
}
