package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Finds columns in an expression; sub-selects are passed over. */
final class ColumnFinder extends ExpressionVisitorAdapter<@Nullable Void> {
  private final Predicate<Column> wanted;
  private boolean found;

  private ColumnFinder(Predicate<Column> wanted) {
    this.wanted = wanted;
  }

  /** Whether an expression changes from row to row; sub-selects are taken as constant. */
  static boolean hasColumns(@Nullable Expression expression) {
    return find(expression, column -> true);
  }

  /** Whether a column of a name is part of an expression. */
  static boolean hasColumn(@Nullable Expression expression, String name) {
    return find(expression, column -> Identifier.name(column.getColumnName()).equals(name));
  }

  private static boolean find(@Nullable Expression expression, Predicate<Column> wanted) {
    if (expression == null) {
      return false;
    }
    ColumnFinder finder = new ColumnFinder(wanted);
    expression.accept(finder, null);
    return finder.found;
  }

  @Override
  public <S> @Nullable Void visit(Column column, S context) {
    found |= !Names.isFunction(column) && wanted.test(column);
    return null;
  }

  @Override
  public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
    return null;
  }

  @Override
  public <S> @Nullable Void visit(Select select, S context) {
    return null;
  }
}
