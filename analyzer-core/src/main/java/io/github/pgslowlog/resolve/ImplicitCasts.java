package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds values that make the server cast the column they are compared with, which hides it from
 * indexes: {@code int_column = 1.5}, {@code int_column = $1::numeric}.
 *
 * <p>A string without a type takes the type of the column, so only numbers, casts and columns tell.
 * Nothing is guessed where the type of the column is not known.
 */
final class ImplicitCasts {
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
  private static final Pattern FRACTION =
      Pattern.compile("[+-]?[0-9_]*\\.?[0-9_]*([eE][+-]?[0-9]+)?");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final int MAX_BIGINT_BITS = 63;

  private final Scope scope;
  private final PatternSamples samples;

  ImplicitCasts(Scope scope, PatternSamples samples) {
    this.scope = scope;
    this.samples = samples;
  }

  /** Whether a column is cast when it is compared with a value, or with the elements of a list. */
  boolean castColumn(ColumnRef column, Expression value) {
    String type = scope.type(column);
    return !type.isEmpty() && casts(type, value);
  }

  private boolean casts(String type, Expression value) {
    if (value instanceof Expression.Cast cast) {
      String to = cast.type();
      return TypeNames.castsColumn(type, to.endsWith("[]") ? TypeNames.element(to) : to);
    }
    if (value instanceof Expression.Call call) {
      String to = FunctionTypes.of(call);
      return to.isEmpty()
          ? FunctionTypes.isOfItsArguments(call)
              && call.arguments().stream().anyMatch(argument -> casts(type, argument))
          : TypeNames.castsColumn(type, to);
    }
    if (value instanceof Expression.Subquery query) {
      return output(query.query())
          .filter(output -> !(output instanceof Expression.ColumnName) && casts(type, output))
          .isPresent();
    }
    if (value instanceof Expression.Value one) {
      return casts(type, samples.value(one.number()));
    }
    if (value instanceof Expression.ValueList list) {
      return casts(type, samples.list(list.number()));
    }
    if (value instanceof Expression.ColumnName) {
      return TermReader.column(value, scope)
          .filter(other -> TypeNames.castsColumn(type, scope.type(other)))
          .isPresent();
    }
    boolean list = value instanceof Expression.Row || value instanceof Expression.ArrayOf;
    boolean arithmetic =
        value instanceof Expression.Operation operation
            && ARITHMETIC.contains(operation.operator());
    return (list || arithmetic) && Parts.of(value).stream().anyMatch(part -> casts(type, part));
  }

  /** The only output of a sub-select; its columns are not those of this scope. */
  private static Optional<Expression> output(Query query) {
    return query.body() instanceof QueryBody.Select select && select.outputs().size() == 1
        ? Optional.of(select.outputs().get(0).expression())
            .filter(output -> output instanceof Expression.Call call && FunctionTypes.isKnown(call))
        : Optional.empty();
  }

  private static boolean casts(String type, ConstantCounts values) {
    return values.most().stream()
        .filter(seen -> !seen.string())
        .anyMatch(seen -> TypeNames.castsColumn(type, typeOfNumber(seen.text())));
  }

  /** The type of a number without quotes (manual: Numeric Constants); empty if it is none. */
  private static String typeOfNumber(String text) {
    if (INTEGER.matcher(text).matches()) {
      return new BigInteger(text).bitLength() <= MAX_BIGINT_BITS ? "bigint" : "numeric";
    }
    return !text.isEmpty() && FRACTION.matcher(text).matches() ? "numeric" : "";
  }
}
