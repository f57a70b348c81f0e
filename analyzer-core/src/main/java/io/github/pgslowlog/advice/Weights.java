package io.github.pgslowlog.advice;

import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.workload.Pattern;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How much of the workload patterns are. */
final class Weights {
  /** 1 % of the time: less is not worth a change of statements or settings. */
  static final double MIN_SHARE = 0.01;

  private Weights() {}

  static double share(AdviceContext context, Pattern pattern) {
    long all = context.request().workload().executionMicros();
    return all <= 0 ? 0 : (double) pattern.executionMicros() / all;
  }

  static boolean isCostly(AdviceContext context, ShapedPattern shaped) {
    return share(context, shaped.pattern()) >= MIN_SHARE;
  }

  /** Patterns as recommendations name them, those that cost most first. */
  static List<ServedQuery> served(Collection<ShapedPattern> patterns) {
    return patterns.stream()
        .map(ShapedPattern::pattern)
        .sorted(
            Comparator.comparingLong(Pattern::executionMicros)
                .reversed()
                .thenComparing(Pattern::fingerprint))
        .map(ServedQuery::of)
        .toList();
  }

  /** {@code 12.3 % of the time}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** {@code 1,500,000}. */
  static String count(double number) {
    return String.format(Locale.ROOT, "%,d", Math.round(number));
  }

  /** {@code 1,500,000}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 12.3 ms} or {@code 4.5 s}. */
  static String time(long micros) {
    return time((double) micros);
  }

  /** {@code 12.3 ms} or {@code 4.5 s}. */
  static String time(double micros) {
    return micros < 1_000_000
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1000)
        : String.format(Locale.ROOT, "%,.1f s", micros / 1_000_000);
  }
}
