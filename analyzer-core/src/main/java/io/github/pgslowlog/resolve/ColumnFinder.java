package io.github.pgslowlog.resolve;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Tells whether an expression changes from row to row; sub-selects are taken as constant. */
final class ColumnFinder extends ExpressionVisitorAdapter<@Nullable Void> {
  private boolean found;

  private ColumnFinder() {}

  static boolean hasColumns(@Nullable Expression expression) {
    if (expression == null) {
      return false;
    }
    ColumnFinder finder = new ColumnFinder();
    expression.accept(finder, null);
    return finder.found;
  }

  @Override
  public <S> @Nullable Void visit(Column column, S context) {
    found |= !Names.isFunction(column);
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
