package io.github.pgslowlog.advice;

import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.workload.Pattern;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units that times are cut to by <a
 * href="https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-TRUNC">date_trunc</a>.
 */
final class TimeUnits {
  private static final Map<String, Long> SECONDS =
      Map.of(
          "second", 1L,
          "minute", 60L,
          "hour", 3600L,
          "day", 86_400L,
          "week", 604_800L,
          "month", 2_629_746L,
          "year", 31_556_952L);

  private TimeUnits() {}

  /** The unit of {@code date_trunc($1, column)}, if all samples have the same. */
  static Optional<String> of(Term term, Pattern pattern) {
    if (!(term instanceof Term.Computed computed)
        || !computed.text().startsWith("date_trunc($1, ")
        || computed.values().isEmpty()) {
      return Optional.empty();
    }
    return only(pattern, computed.values().get(0))
        .map(unit -> unit.toLowerCase(Locale.ROOT))
        .filter(SECONDS::containsKey);
  }

  /**
   * Which part of a time {@code EXTRACT} or {@code date_part} takes, if all samples have the same.
   */
  static Optional<String> part(Term term, Pattern pattern) {
    if (!(term instanceof Term.Computed computed)) {
      return Optional.empty();
    }
    if (computed.text().startsWith("EXTRACT(year FROM ")) {
      return Optional.of("year");
    }
    boolean value =
        computed.text().startsWith("EXTRACT($1 FROM ")
            || computed.text().startsWith("date_part($1, ");
    return value && !computed.values().isEmpty()
        ? only(pattern, computed.values().get(0)).map(part -> part.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** A value that all samples have. */
  static Optional<String> only(Pattern pattern, int number) {
    ConstantCounts counts = pattern.samples().value(number);
    return counts.most().size() == 1 && counts.nulls() == 0
        ? Optional.of(counts.most().get(0).text())
        : Optional.empty();
  }

  /** Mean length of a unit. */
  static long seconds(String unit) {
    return SECONDS.getOrDefault(unit, 1L);
  }
}
