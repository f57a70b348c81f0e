package io.github.pgslowlog.advice;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.WeightedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells how many patterns could not be planned, with the first reason. */
final class FailedPlans {
  private FailedPlans() {}

  static List<Problem> problems(AdviceContext context) {
    List<String> reasons = new ArrayList<>();
    for (WeightedQuery query : context.queries()) {
      if (context.selection().queries().get(query.fingerprint())
          instanceof Selection.Failed failed) {
        reasons.add(query.fingerprint() + ": " + failed.reason());
      }
    }
    if (reasons.isEmpty()) {
      return List.of();
    }
    return List.of(
        Problem.damage(
            String.format(
                Locale.ROOT,
                "%d of %d patterns could not be planned and are not part of the advice; the first"
                    + " is %s; does the schema belong to these logs?",
                reasons.size(),
                context.queries().size(),
                reasons.get(0))));
  }
}
