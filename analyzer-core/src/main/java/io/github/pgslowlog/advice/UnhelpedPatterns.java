package io.github.pgslowlog.advice;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Slow patterns that no index will help, with the cause. */
final class UnhelpedPatterns {
  /** 10 %: what helps less does not count as help. */
  private static final double MIN_GAIN = 0.10;

  private UnhelpedPatterns() {}

  /** Those of 1 % of the time or more for which nothing is recommended that helps. */
  static List<Unhelped> of(AdviceContext context, List<Recommendation> recommendations) {
    Set<Fingerprint> helped = new HashSet<>();
    recommendations.stream()
        .flatMap(recommendation -> recommendation.served().stream())
        .filter(UnhelpedPatterns::isHelped)
        .map(ServedQuery::fingerprint)
        .forEach(helped::add);
    UnhelpedCause cause = new UnhelpedCause(context);
    return context.request().patterns().stream()
        .filter(shaped -> Weights.isCostly(context, shaped))
        .filter(shaped -> !helped.contains(shaped.pattern().fingerprint()))
        .filter(shaped -> !isCheaper(context, shaped.pattern().fingerprint()))
        .map(shaped -> new Unhelped(shaped.pattern().fingerprint(), cause.of(shaped)))
        .toList();
  }

  private static boolean isHelped(ServedQuery served) {
    return served.costBefore().isEmpty()
        || served.costAfter().isEmpty()
        || isCheaper(served.costBefore().getAsDouble(), served.costAfter().getAsDouble());
  }

  private static boolean isCheaper(AdviceContext context, Fingerprint fingerprint) {
    return Plans.planned(context, fingerprint)
        .filter(planned -> isCheaper(planned.costBefore(), planned.costAfter()))
        .isPresent();
  }

  private static boolean isCheaper(double before, double after) {
    return after <= (1 - MIN_GAIN) * before;
  }
}
