package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.Ordinal;
import io.github.pgslowlog.syntax.SortItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.OrderByElement.NullOrdering;
import org.jspecify.annotations.Nullable;

/** ORDER BY. */
final class SortConverter {
  private SortConverter() {}

  /** Of a window or an aggregate, where an integer is a value. */
  static List<SortItem> of(TreeConverter tree, @Nullable List<OrderByElement> elements) {
    return convert(tree, elements, false);
  }

  /** Of a query, where an integer is an output column. */
  static List<SortItem> ofQuery(TreeConverter tree, @Nullable List<OrderByElement> elements) {
    return convert(tree, elements, true);
  }

  /** An expression, or the integer of an output column. */
  static Expression orOrdinal(
      TreeConverter tree, net.sf.jsqlparser.expression.Expression expression) {
    if (expression instanceof LongValue number) {
      String written = number.getStringValue();
      int position = Marks.digits(written, 0, written.length());
      return position > 0 ? new Ordinal(position) : tree.expression(expression);
    }
    return tree.expression(expression);
  }

  private static List<SortItem> convert(
      TreeConverter tree, @Nullable List<OrderByElement> elements, boolean ordinals) {
    if (elements == null) {
      return List.of();
    }
    List<SortItem> items = new ArrayList<>(elements.size());
    for (OrderByElement element : elements) {
      Expression expression =
          ordinals
              ? orOrdinal(tree, element.getExpression())
              : tree.expression(element.getExpression());
      items.add(new SortItem(expression, !element.isAsc(), nullsFirst(element)));
    }
    return items;
  }

  private static Optional<Boolean> nullsFirst(OrderByElement element) {
    return Optional.ofNullable(element.getNullOrdering())
        .map(order -> order == NullOrdering.NULLS_FIRST);
  }
}
