package io.github.pgslowlog.advice;

import java.util.List;
import java.util.Optional;

/**
 * A day out of a time.
 *
 * <pre>
 * created_at::date = $1    created_at >= $1::date AND created_at &lt; $1::date + 1
 * </pre>
 */
final class DayRewrite implements ConditionRewrite {
  @Override
  public Optional<Rewrite> of(Comparison comparison) {
    boolean day = comparison.is("(", ")::date") || comparison.is("date(", ")");
    if (!day || !comparison.type().startsWith("timestamp")) {
      return Optional.empty();
    }
    return condition(comparison)
        .map(
            write ->
                new Rewrite(
                    "day",
                    comparison.instead(),
                    write,
                    "the day is computed for every row; a range of times is found by an index",
                    comparison.type().equals("timestamp with time zone")
                        ? List.of("days begin at midnight of the session's TimeZone, in both forms")
                        : List.of()));
  }

  private static Optional<String> condition(Comparison comparison) {
    String name = comparison.name();
    String first = comparison.value(0) + "::date";
    if (comparison.predicate().operator().equals("BETWEEN") && comparison.hasValues(2)) {
      String last = comparison.value(1) + "::date";
      return Optional.of(name + " >= " + first + " AND " + name + " < " + last + " + 1");
    }
    if (!comparison.hasValues(1)) {
      return Optional.empty();
    }
    return switch (comparison.predicate().operator()) {
      case "=" -> Optional.of(name + " >= " + first + " AND " + name + " < " + first + " + 1");
      case "<" -> Optional.of(name + " < " + first);
      case "<=" -> Optional.of(name + " < " + first + " + 1");
      case ">" -> Optional.of(name + " >= " + first + " + 1");
      case ">=" -> Optional.of(name + " >= " + first);
      default -> Optional.empty();
    };
  }
}
