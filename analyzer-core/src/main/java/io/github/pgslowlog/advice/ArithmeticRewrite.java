package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.resolve.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum with the column.
 *
 * <pre>
 * price + $1 > $2                     price > $2 - $1
 * created_at + interval $1 > now()    created_at > now() - interval $1
 * </pre>
 */
final class ArithmeticRewrite implements ConditionRewrite {
  private static final Set<String> OPERATORS = Set.of("=", "<", "<=", ">", ">=");
  private static final Set<String> EXACT = Set.of("smallint", "integer", "bigint", "numeric");
  private static final Pattern SUM = Pattern.compile(" ([-+]) (?:\\$1|\\(\\$1\\)::(interval))");

  @Override
  public Optional<Rewrite> of(Comparison comparison) {
    String name = Identifier.quoted(comparison.column().name());
    Optional<String> text =
        comparison
            .computed()
            .filter(term -> term.startsWith(name))
            .map(term -> term.substring(name.length()));
    if (text.isEmpty()
        || !comparison.hasValues(1)
        || !OPERATORS.contains(comparison.predicate().operator())) {
      return Optional.empty();
    }
    Matcher sum = SUM.matcher(text.get());
    if (!sum.matches()) {
      return Optional.empty();
    }
    boolean interval = sum.group(2) != null;
    boolean fits =
        interval ? comparison.type().startsWith("timestamp") : EXACT.contains(comparison.type());
    List<Integer> values = ((Term.Computed) comparison.predicate().term()).values();
    if (!fits || values.size() != 1) {
      return Optional.empty();
    }
    String added = "$" + values.get(0) + (interval ? "::interval" : "");
    return Optional.of(
        new Rewrite(
            "arithmetic",
            name
                + " "
                + sum.group(1)
                + " "
                + added
                + " "
                + comparison.predicate().operator()
                + " "
                + comparison.value(0),
            comparison.name()
                + " "
                + comparison.predicate().operator()
                + " "
                + comparison.value(0)
                + (sum.group(1).equals("+") ? " - " : " + ")
                + added,
            "the sum is computed for every row; leave the column alone on its side",
            interval
                ? List.of(
                    "with months or years both forms differ for some days at the end of a month")
                : List.of()));
  }
}
