package io.github.pgslowlog.select;

import java.util.OptionalLong;

/**
 * Bounds of a selection.
 *
 * @param maxIndexes how many indexes at most
 * @param storageBudget how many bytes they may have together
 * @param maxRegression by which share a pattern may become costlier, 0.10 for 10 %
 * @param minGain share of its cost that some pattern must save for an index to be worth it
 * @param maxPlans how many plans may be asked for, so that large workloads end
 */
public record SelectionLimits(
    int maxIndexes,
    OptionalLong storageBudget,
    double maxRegression,
    double minGain,
    int maxPlans) {
  /** 20: each further one makes planning and writing slower, and saves less. */
  public static final int DEFAULT_MAX_INDEXES = 20;

  /** 20 indexes, no budget, 10 % regression, 10 % gain; 10,000 plans take some 30 seconds. */
  public static final SelectionLimits DEFAULT =
      new SelectionLimits(DEFAULT_MAX_INDEXES, OptionalLong.empty(), 0.10, 0.10, 10_000);
}
