package io.github.pgslowlog.report.plan;

import io.github.pgslowlog.statement.PlanFormat;
import io.github.pgslowlog.statement.PlannedStatement;
import java.util.Optional;

/** A plan of auto_explain as people read it. */
public final class ReadablePlan {
  private ReadablePlan() {}

  /**
   * Masks the values in a plan unless they are asked for, and makes a tree of one in JSON, which is
   * for programs.
   *
   * @param statement a statement with its plan
   * @param values whether its values are shown
   * @return lines; empty if what is a value in it cannot be told
   */
  public static Optional<String> of(PlannedStatement statement, boolean values) {
    PlanFormat format = statement.format();
    String text = statement.plan().text();
    Optional<String> shown = values ? Optional.of(text) : PlanMask.mask(text, format);
    return format == PlanFormat.JSON ? shown.map(plan -> PlanTree.of(plan).orElse(plan)) : shown;
  }
}
