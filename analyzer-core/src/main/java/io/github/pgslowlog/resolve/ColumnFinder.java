package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Finds columns in an expression; sub-selects are passed over. */
final class ColumnFinder {
  private ColumnFinder() {}

  /** Whether an expression changes from row to row; sub-selects are taken as constant. */
  static boolean hasColumns(Expression expression) {
    return has(expression, part -> part instanceof Expression.ColumnName);
  }

  /** Whether a column of a name is part of an expression. */
  static boolean hasColumn(Expression expression, String name) {
    return has(
        expression,
        part -> part instanceof Expression.ColumnName column && column.name().equals(name));
  }

  /** Whether a sub-select is part of an expression. */
  static boolean hasQueries(Expression expression) {
    return has(
        expression,
        part -> part instanceof Expression.Subquery || part instanceof Expression.Exists);
  }

  /** The columns in an expression, in the order of the text. */
  static List<Expression.ColumnName> columns(Expression expression) {
    List<Expression.ColumnName> columns = new ArrayList<>();
    has(
        expression,
        part -> {
          if (part instanceof Expression.ColumnName column) {
            columns.add(column);
          }
          return false;
        });
    return columns;
  }

  /** Whether something is part of an expression. */
  static boolean has(Expression expression, Predicate<Expression> wanted) {
    Deque<Expression> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      Expression next = open.pop();
      if (wanted.test(next)) {
        return true;
      }
      List<Expression> parts = Parts.of(next);
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
    }
    return false;
  }
}
