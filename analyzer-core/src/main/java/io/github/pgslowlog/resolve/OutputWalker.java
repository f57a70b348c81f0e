package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.GroupBy;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.SortItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      Scope scope, BlockAccumulator block, ExpressionWalker expressions, List<Output> outputs) {
    this.scope = scope;
    this.block = block;
    this.expressions = expressions;
    outputs.forEach(this::output);
  }

  Relation.Derived relation() {
    return new Relation.Derived("", columns, stars);
  }

  private void output(Output item) {
    Expression expression = item.expression();
    if (expression instanceof Expression.Star star) {
      scope.relations().stream()
          .filter(r -> star.table().isEmpty() || r.alias().equals(star.table()))
          .forEach(stars::add);
      return;
    }
    Optional<ColumnRef> reference = Optional.empty();
    String name = "?" + columns.size();
    String position = Integer.toString(columns.size() + 1);
    if (expression instanceof Expression.ColumnName column) {
      reference = scope.resolve(column);
      name = column.name();
    } else {
      expressions.walk(expression, null);
      computed.put(position, expression);
      item.alias().ifPresent(alias -> computed.put(alias, expression));
    }
    String output = item.alias().orElse(name);
    columns.put(columns.containsKey(output) ? "?" + columns.size() : output, reference);
  }

  void groupBy(GroupBy groupBy) {
    groupBy.elements().forEach(element -> block.groupBy(element(element, false)));
    for (Expression element : groupBy.sets()) {
      element(element, false).ifPresent(column -> block.use(column, Role.GROUP_BY));
      block.groupBy(Optional.empty());
    }
  }

  void distinct(List<Expression> on) {
    if (on.isEmpty()) {
      columns.values().forEach(o -> o.ifPresent(c -> block.use(c, Role.DISTINCT)));
    }
    on.forEach(e -> element(e, false).ifPresent(column -> block.use(column, Role.DISTINCT)));
  }

  void orderBy(List<SortItem> elements) {
    for (SortItem element : elements) {
      block.orderBy(
          element(element.expression(), true)
              .map(
                  column ->
                      new SortKey(new Term.Column(column), element.descending(), nulls(element))));
    }
  }

  private static SortKey.Nulls nulls(SortItem element) {
    if (element.nullsFirst().isEmpty()) {
      return SortKey.Nulls.DEFAULT;
    }
    return element.nullsFirst().get() ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST;
  }

  /**
   * What an element of GROUP BY, ORDER BY or DISTINCT ON means: a position, a name, or an
   * expression. ORDER BY looks for output names first, the others for input columns (manual:
   * SELECT); without a schema, an input column of the name exists for certain only if the output is
   * computed from it.
   */
  private Optional<ColumnRef> element(Expression expression, boolean outputsFirst) {
    if (expression instanceof Expression.Ordinal position) {
      return position(position.position());
    }
    if (expression instanceof Expression.ColumnName column) {
      boolean named = column.table().isEmpty() && columns.containsKey(column.name());
      Expression source = computed.get(column.name());
      boolean input = source != null && ColumnFinder.hasColumn(source, column.name());
      if (!named || (!outputsFirst && input)) {
        return scope.resolve(column);
      }
      again(source);
      return columns.getOrDefault(column.name(), Optional.empty());
    }
    expressions.walk(expression, Role.EXPRESSION);
    return Optional.empty();
  }

  private Optional<ColumnRef> position(int position) {
    List<Optional<ColumnRef>> all = new ArrayList<>(columns.values());
    if (!stars.isEmpty() || position < 1 || position > all.size()) {
      return Optional.empty();
    }
    again(computed.get(Integer.toString(position)));
    return all.get(position - 1);
  }

  private void again(@Nullable Expression source) {
    if (source != null) {
      expressions.walkAgain(source, Role.EXPRESSION);
    }
  }
}
