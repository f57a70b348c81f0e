package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A time that is cut to a unit. Which unit, the samples tell.
 *
 * <pre>
 * date_trunc('month', created_at) = $1    created_at >= $1 AND created_at &lt; $1 + interval '1 month'
 * </pre>
 */
final class TruncatedTimeRewrite {
  private TruncatedTimeRewrite() {}

  /** The unit is {@code hour}, {@code day} and so on. */
  static Optional<Rewrite> of(Comparison comparison, Optional<String> unit) {
    boolean cut =
        comparison.is("date_trunc($1, ", ")") && comparison.type().startsWith("timestamp");
    if (!cut || unit.isEmpty() || !comparison.hasValues(1)) {
      return Optional.empty();
    }
    return condition(comparison, unit.get())
        .map(
            write ->
                new Rewrite(
                    "date_trunc",
                    "date_trunc("
                        + SqlText.literal(unit.get())
                        + ", "
                        + Identifier.quoted(comparison.column().name())
                        + ") "
                        + comparison.predicate().operator()
                        + " "
                        + comparison.value(0),
                    write,
                    "the time is cut for every row; a range of times is found by an index",
                    List.of(
                        "the value has to be the beginning of its "
                            + unit.get()
                            + ", as it is now where rows are found")));
  }

  private static Optional<String> condition(Comparison comparison, String unit) {
    String type =
        comparison.type().equals("timestamp with time zone") ? "timestamptz" : "timestamp";
    String name = comparison.name();
    String value = comparison.value(0) + "::" + type;
    String next = value + " + interval '1 " + unit + "'";
    return switch (comparison.predicate().operator()) {
      case "=" -> Optional.of(name + " >= " + value + " AND " + name + " < " + next);
      case "<" -> Optional.of(name + " < " + value);
      case "<=" -> Optional.of(name + " < " + next);
      case ">" -> Optional.of(name + " >= " + next);
      case ">=" -> Optional.of(name + " >= " + value);
      default -> Optional.empty();
    };
  }
}
