package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what could be the key of an index from an expression. */
final class TermReader {
  private TermReader() {}

  /**
   * The term that an expression is: a column, also behind a cast that an index takes no notice of,
   * or something computed.
   */
  static Term of(Expression expression, Scope scope) {
    Optional<ColumnRef> column = column(expression, scope);
    return column.isPresent() ? new Term.Column(column.get()) : computed(expression, scope);
  }

  /** The column that an expression is, empty if it is computed or no column of a table. */
  static Optional<ColumnRef> column(Expression expression, Scope scope) {
    if (expression instanceof Expression.ColumnName name) {
      return scope.resolve(name);
    }
    if (expression instanceof Expression.Field field
        && field.operand() instanceof Expression.ColumnName row) {
      return scope.field(row, field.name());
    }
    if (expression instanceof Expression.Cast cast) {
      return column(cast.operand(), scope)
          .filter(column -> TypeNames.isRelabel(scope.type(column), cast.type()));
    }
    return Optional.empty();
  }

  private static Term.Computed computed(Expression expression, Scope scope) {
    TextBuilder text = ExpressionText.of(expression);
    Sargability cause = text.isFull() ? Sargability.EXPRESSION : cause(expression);
    return new Term.Computed(text.toString(), columns(expression, scope), text.values(), cause);
  }

  /** The columns in an expression, each once, those in sub-selects left out. */
  static List<ColumnRef> columns(Expression expression, Scope scope) {
    Set<ColumnRef> columns = new LinkedHashSet<>();
    column(expression, scope).ifPresent(columns::add);
    ColumnFinder.columns(expression).forEach(name -> scope.resolve(name).ifPresent(columns::add));
    return new ArrayList<>(columns);
  }

  private static Sargability cause(Expression expression) {
    if (Aggregates.isIn(expression)) {
      return Sargability.NOT_PUSHED_DOWN;
    }
    if (expression instanceof Expression.Call) {
      return Sargability.FUNCTION;
    }
    if (expression instanceof Expression.Cast) {
      return Sargability.EXPLICIT_CAST;
    }
    boolean operator =
        expression instanceof Expression.Operation || expression instanceof Expression.Subscript;
    return operator ? Sargability.OPERATOR : Sargability.EXPRESSION;
  }
}
