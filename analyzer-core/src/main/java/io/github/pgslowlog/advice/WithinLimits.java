package io.github.pgslowlog.advice;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.SelectionLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds indexes that rules advise on to the bounds that the chosen ones kept. */
final class WithinLimits {
  private final SelectionLimits limits;
  private final List<Recommendation> kept = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private int indexes;
  private long bytes;

  WithinLimits(SelectionLimits limits) {
    this.limits = limits;
  }

  /** Those that come first are kept; what is no new index always is. */
  void add(Recommendation recommendation) {
    boolean index = recommendation.action() == Action.CREATE && recommendation.index().isPresent();
    long size = recommendation.bytes().orElse(0);
    if (index && (indexes == limits.maxIndexes() || isOverBudget(size))) {
      left.add(recommendation.statement().lines().findFirst().orElse(""));
      return;
    }
    if (index) {
      indexes++;
      bytes += size;
    }
    kept.add(recommendation);
  }

  private boolean isOverBudget(long size) {
    return limits.storageBudget().isPresent() && bytes + size > limits.storageBudget().getAsLong();
  }

  List<Recommendation> kept() {
    return kept;
  }

  /** Tells what was left out. */
  Optional<Problem> problem() {
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.notice(
                left.size()
                    + (left.size() == 1 ? " index is" : " indexes are")
                    + " left out, as there would be too many or too large ones; the first is: "
                    + left.get(0)));
  }
}
