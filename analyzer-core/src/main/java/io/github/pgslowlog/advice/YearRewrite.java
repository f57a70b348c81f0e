package io.github.pgslowlog.advice;

import java.util.List;
import java.util.Optional;

/**
 * A year out of a date or time.
 *
 * <pre>
 * extract(year FROM created_at) = $1
 * created_at >= make_date($1, 1, 1) AND created_at &lt; make_date($1 + 1, 1, 1)
 * </pre>
 */
final class YearRewrite {
  private YearRewrite() {}

  /**
   * The rewrite.
   *
   * @param part which part of the time it is, as {@link TimeUnits#part} tells
   */
  static Optional<Rewrite> of(Comparison comparison, Optional<String> part) {
    boolean time = comparison.type().startsWith("timestamp") || comparison.type().equals("date");
    boolean column =
        comparison.is("EXTRACT(year FROM ", ")")
            || comparison.is("EXTRACT($1 FROM ", ")")
            || comparison.is("date_part($1, ", ")");
    if (!time || !column || part.filter("year"::equals).isEmpty()) {
      return Optional.empty();
    }
    return condition(comparison)
        .map(
            write ->
                new Rewrite(
                    "year",
                    comparison.instead().replaceFirst("\\(\\$1(,| FROM) ", "('year'$1 "),
                    write,
                    "the year is computed for every row; a range of times is found by an index",
                    comparison.type().equals("timestamp with time zone")
                        ? List.of(
                            "years begin at midnight of the session's TimeZone, in both forms")
                        : List.of()));
  }

  private static Optional<String> condition(Comparison comparison) {
    String name = comparison.name();
    String operator = comparison.predicate().operator();
    if (operator.equals("BETWEEN") && comparison.hasValues(2)) {
      return Optional.of(
          name + " >= " + begin(comparison, 0) + " AND " + name + " < " + end(comparison, 1));
    }
    if (!comparison.hasValues(1)) {
      return Optional.empty();
    }
    String begin = begin(comparison, 0);
    String end = end(comparison, 0);
    return switch (operator) {
      case "=" -> Optional.of(name + " >= " + begin + " AND " + name + " < " + end);
      case "<" -> Optional.of(name + " < " + begin);
      case "<=" -> Optional.of(name + " < " + end);
      case ">" -> Optional.of(name + " >= " + end);
      case ">=" -> Optional.of(name + " >= " + begin);
      default -> Optional.empty();
    };
  }

  private static String begin(Comparison comparison, int value) {
    return "make_date(" + comparison.value(value) + "::integer, 1, 1)";
  }

  private static String end(Comparison comparison, int value) {
    return "make_date(" + comparison.value(value) + "::integer + 1, 1, 1)";
  }
}
