package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Walks the output columns of a SELECT, and the clauses that may name them. */
final class OutputWalker {
  private final Scope scope;
  private final BlockAccumulator block;
  private final ExpressionWalker expressions;
  private final Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
  private final List<Relation> stars = new ArrayList<>();

  /** The outputs that are no plain column, by name and by position. */
  private final Map<String, Expression> computed = new HashMap<>();

  OutputWalker(
      Scope scope,
      BlockAccumulator block,
      ExpressionWalker expressions,
      @Nullable List<SelectItem<?>> items) {
    this.scope = scope;
    this.block = block;
    this.expressions = expressions;
    if (items != null) {
      items.forEach(this::output);
    }
  }

  Relation.Derived relation() {
    return new Relation.Derived("", columns, stars);
  }

  private void output(SelectItem<?> item) {
    Expression expression = item.getExpression();
    if (expression instanceof AllTableColumns all) {
      String alias = Identifier.name(all.getTable().getName());
      scope.relations().stream().filter(r -> r.alias().equals(alias)).forEach(stars::add);
      return;
    }
    if (expression instanceof AllColumns) {
      stars.addAll(scope.relations());
      return;
    }
    Optional<ColumnRef> reference = Optional.empty();
    String name = "?" + columns.size();
    String position = Integer.toString(columns.size() + 1);
    if (expression instanceof Column column) {
      reference = Names.column(column, scope);
      name = Identifier.name(column.getColumnName());
    } else {
      expressions.walk(expression, null);
      computed.put(position, expression);
      Names.alias(item.getAlias()).ifPresent(alias -> computed.put(alias, expression));
    }
    String output = Names.alias(item.getAlias()).orElse(name);
    columns.put(columns.containsKey(output) ? "?" + columns.size() : output, reference);
  }

  void groupBy(@Nullable GroupByElement groupBy) {
    if (groupBy == null) {
      return;
    }
    List<Expression> elements = new ArrayList<>();
    if (groupBy.getGroupByExpressionList() != null) {
      elements.addAll(groupBy.getGroupByExpressionList());
    }
    if (groupBy.getGroupingSets() != null) {
      groupBy.getGroupingSets().forEach(elements::addAll);
    }
    for (Expression element : elements) {
      block.groupBy(isGroupingSet(element) ? Optional.empty() : element(element, false));
    }
  }

  /** {@code ROLLUP (a, b)} and {@code CUBE (a, b)} look like calls; their columns are grouped. */
  private boolean isGroupingSet(Expression element) {
    boolean set =
        element instanceof Function function
            && Set.of("rollup", "cube").contains(function.getName().toLowerCase(Locale.ROOT));
    if (set) {
      expressions.walk(element, Role.GROUP_BY);
    }
    return set;
  }

  void distinct(@Nullable Distinct distinct) {
    if (distinct == null) {
      return;
    }
    List<SelectItem<?>> on = distinct.getOnSelectItems();
    if (on == null || on.isEmpty()) {
      columns.values().forEach(o -> o.ifPresent(c -> block.use(c, Role.DISTINCT)));
      return;
    }
    for (SelectItem<?> item : on) {
      element(item.getExpression(), false).ifPresent(column -> block.use(column, Role.DISTINCT));
    }
  }

  void orderBy(@Nullable List<OrderByElement> elements) {
    if (elements == null) {
      return;
    }
    for (OrderByElement element : elements) {
      block.orderBy(
          element(element.getExpression(), true)
              .map(
                  column ->
                      new SortKey(new Term.Column(column), !element.isAsc(), nulls(element))));
    }
  }

  private static SortKey.Nulls nulls(OrderByElement element) {
    if (element.getNullOrdering() == null) {
      return SortKey.Nulls.DEFAULT;
    }
    return element.getNullOrdering() == OrderByElement.NullOrdering.NULLS_FIRST
        ? SortKey.Nulls.FIRST
        : SortKey.Nulls.LAST;
  }

  /**
   * What an element of GROUP BY, ORDER BY or DISTINCT ON means: a position, a name, or an
   * expression. ORDER BY looks for output names first, the others for input columns (manual:
   * SELECT); without a schema, an input column of the name exists for certain only if the output is
   * computed from it.
   */
  private Optional<ColumnRef> element(Expression expression, boolean outputsFirst) {
    if (expression instanceof LongValue position) {
      List<Optional<ColumnRef>> all = new ArrayList<>(columns.values());
      long index = position.getValue() - 1;
      if (!stars.isEmpty() || index < 0 || index >= all.size()) {
        return Optional.empty();
      }
      expressions.walkAgain(computed.get(position.toString()), Role.EXPRESSION);
      return all.get((int) index);
    }
    if (expression instanceof ExpressionList<?> list && list.size() == 1) {
      return element(list.get(0), outputsFirst);
    }
    if (expression instanceof Column column) {
      String name = Identifier.name(column.getColumnName());
      boolean qualified = column.getTable() != null && column.getTable().getName() != null;
      boolean named = !qualified && columns.containsKey(name);
      Expression source = computed.get(name);
      if (named && (outputsFirst || !ColumnFinder.hasColumn(source, name))) {
        expressions.walkAgain(source, Role.EXPRESSION);
        return columns.getOrDefault(name, Optional.empty());
      }
      return Names.column(column, scope);
    }
    expressions.walk(expression, Role.EXPRESSION);
    return Optional.empty();
  }
}
