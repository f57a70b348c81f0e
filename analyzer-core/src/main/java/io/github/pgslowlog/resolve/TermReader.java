package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Reads what could be the key of an index from an expression. */
final class TermReader {
  private TermReader() {}

  static Term of(Expression expression, Scope scope) {
    Optional<ColumnRef> column =
        expression instanceof Expression.ColumnName name ? scope.resolve(name) : Optional.empty();
    return column
        .<Term>map(Term.Column::new)
        .orElse(
            new Term.Computed(
                OutputName.of(expression), List.of(), List.of(), Sargability.EXPRESSION));
  }
}
