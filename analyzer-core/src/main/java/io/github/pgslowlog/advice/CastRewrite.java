package io.github.pgslowlog.advice;

import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.sample.ConstantCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column that is cast to the type of the value, instead of the value to that of the column.
 *
 * <pre>
 * id::text = $1     id = $1::bigint
 * id = 15.0         id = 15
 * </pre>
 */
final class CastRewrite implements ConditionRewrite {
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

  @Override
  public Optional<Rewrite> of(Comparison comparison) {
    return asText(comparison).or(() -> asNumber(comparison));
  }

  private static Optional<Rewrite> asText(Comparison comparison) {
    boolean cast =
        comparison.is("(", ")::text")
            || comparison.is("(", ")::character varying")
            || comparison.is("(", ")::varchar");
    boolean known = INTEGERS.contains(comparison.type()) || comparison.type().equals("uuid");
    if (!cast || !known) {
      return Optional.empty();
    }
    return condition(comparison)
        .map(
            write ->
                new Rewrite(
                    "cast",
                    comparison.instead(),
                    write,
                    "the column is cast for every row; cast the value",
                    List.of(
                        comparison.type().equals("uuid")
                            ? "a value that is no UUID becomes an error; letters of either case"
                                + " match"
                            : "a value that is no number becomes an error; 007 equals 7")));
  }

  private static Optional<String> condition(Comparison comparison) {
    String operator = comparison.predicate().operator();
    if (operator.equals("=") && comparison.hasValues(1)) {
      return Optional.of(
          comparison.name() + " = " + comparison.value(0) + "::" + comparison.type());
    }
    return operator.equals("IN")
            && comparison.predicate().comparand() instanceof Comparand.ValueList
        ? Optional.of(comparison.name() + " IN (...)")
        : Optional.empty();
  }

  /** Only where all values seen are whole: others equal nothing, and a cast would round them. */
  private static Optional<Rewrite> asNumber(Comparison comparison) {
    boolean cast =
        comparison.predicate().sargability() == Sargability.IMPLICIT_CAST
            && comparison.predicate().role() == Role.EQUALITY
            && INTEGERS.contains(comparison.type())
            && comparison.computed().isEmpty()
            && comparison.hasValues(1);
    List<ConstantCounts> constants = comparison.predicate().constants();
    if (!cast || constants.isEmpty() || !constants.stream().allMatch(CastRewrite::areWhole)) {
      return Optional.empty();
    }
    return Optional.of(
        new Rewrite(
            "cast",
            comparison.instead() + " (a number with a point)",
            comparison.name() + " = " + comparison.value(0) + "::" + comparison.type(),
            "the value is a number with a point, so the column is cast for every row",
            List.of("a value that is not whole would be rounded")));
  }

  private static boolean areWhole(ConstantCounts counts) {
    return !counts.most().isEmpty()
        && counts.nulls() == 0
        && counts.most().stream().allMatch(seen -> isWhole(seen.text()));
  }

  private static boolean isWhole(String text) {
    return text.matches("-?[0-9]{1,30}(\\.[0-9]{0,30})?")
        && new BigDecimal(text).stripTrailingZeros().scale() <= 0;
  }
}
