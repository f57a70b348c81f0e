package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Reads what a term is compared with. */
final class ComparandReader {
  private final Scope scope;
  private final PatternSamples samples;

  ComparandReader(Scope scope, PatternSamples samples) {
    this.scope = scope;
    this.samples = samples;
  }

  /** The comparand that an expression is; the elements of IN and the bounds of BETWEEN are rows. */
  Comparand of(Expression value) {
    if (ColumnFinder.hasColumns(value)) {
      return new Comparand.Columns(TermReader.of(value, scope));
    }
    if (ColumnFinder.hasQueries(value)) {
      return new Comparand.Subquery();
    }
    Optional<Comparand> list = list(value);
    return list.orElseGet(() -> values(value));
  }

  private static Comparand values(Expression value) {
    List<Expression> parts = value instanceof Expression.Row ? Parts.of(value) : List.of(value);
    boolean computed = !parts.stream().allMatch(ComparandReader::isValue);
    return new Comparand.Values(ExpressionText.of(value).values(), computed);
  }

  private static boolean isValue(Expression value) {
    return value instanceof Expression.Value
        || value instanceof Expression.Cast cast && isValue(cast.operand());
  }

  private static Optional<Comparand> list(Expression value) {
    if (value instanceof Expression.Cast cast) {
      return list(cast.operand());
    }
    boolean elements = value instanceof Expression.Row || value instanceof Expression.ArrayOf;
    return elements
        ? Parts.of(value).stream()
            .filter(element -> element instanceof Expression.ValueList)
            .map(element -> (Comparand) listOf((Expression.ValueList) element))
            .findFirst()
        : Optional.empty();
  }

  private static Comparand.ValueList listOf(Expression.ValueList list) {
    return new Comparand.ValueList(list.number());
  }

  /** The values that samples show for a comparand. */
  List<ConstantCounts> constants(Comparand comparand) {
    if (comparand instanceof Comparand.Values values) {
      return values.numbers().stream().map(samples::value).toList();
    }
    return comparand instanceof Comparand.ValueList list
        ? List.of(samples.list(list.number()))
        : List.of();
  }
}
