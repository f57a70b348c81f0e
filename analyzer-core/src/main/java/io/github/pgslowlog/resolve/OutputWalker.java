package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.GroupBy;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.SortItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks the output columns of a query, and the clauses that may name them. */
final class OutputWalker {
  private final Scope scope;
  private final BlockAccumulator block;
  private final ExpressionWalker expressions;
  private final List<Outputs.Item> items = new ArrayList<>();

  /** For each item its expression, empty for those of a star. */
  private final List<Optional<Expression>> sources = new ArrayList<>();

  OutputWalker(Scope scope, BlockAccumulator block, ExpressionWalker expressions) {
    this.scope = scope;
    this.block = block;
    this.expressions = expressions;
  }

  /** Walks a SELECT list or RETURNING. */
  Outputs walk(List<Output> outputs) {
    outputs.forEach(this::output);
    return new Outputs(items);
  }

  /** Takes the outputs of a set operation, which its ORDER BY may name. */
  void take(Outputs outputs) {
    outputs.items().forEach(item -> add(item, Optional.empty()));
  }

  private void output(Output output) {
    Expression expression = output.expression();
    if (expression instanceof Expression.Star star) {
      star(star);
      return;
    }
    Optional<ColumnRef> column = Optional.empty();
    if (expression instanceof Expression.ColumnName name) {
      column = scope.resolve(name);
    } else if (expression instanceof Expression.Field) {
      column = TermReader.column(expression, scope);
    }
    if (column.isEmpty()) {
      expressions.walk(expression, null);
    }
    String name = output.alias().orElseGet(() -> OutputName.of(expression));
    add(new Outputs.Named(name, column), Optional.of(expression));
  }

  private void star(Expression.Star star) {
    if (star.table().isEmpty()) {
      scope.relations().forEach(this::all);
    } else {
      scope.relation(star.schema(), star.table()).ifPresent(this::all);
    }
  }

  private void all(Relation relation) {
    relation.items().forEach(item -> add(item, Optional.empty()));
  }

  private void add(Outputs.Item item, Optional<Expression> source) {
    if (items.size() < Outputs.MAX_COLUMNS) {
      items.add(item);
      sources.add(source);
    }
  }

  /** Tells that the statement gives its outputs to whoever sent it. */
  void returned() {
    new Outputs(items).columns().forEach(column -> block.use(column, Role.RETURNED));
  }

  // --- clauses that may name outputs

  void groupBy(GroupBy groupBy) {
    List<Expression> all = new ArrayList<>(groupBy.elements());
    all.addAll(groupBy.sets());
    for (Expression element : all) {
      block.groupBy(element(element, true, Role.GROUP_BY));
    }
  }

  void distinct(List<Expression> on) {
    if (on.isEmpty()) {
      new Outputs(items).columns().forEach(column -> block.use(column, Role.DISTINCT));
      computed().forEach(source -> expressions.walkAgain(source, Role.EXPRESSION));
    }
    on.forEach(element -> element(element, false, Role.DISTINCT));
  }

  /** What is selected and is no column of a table. */
  private List<Expression> computed() {
    List<Expression> computed = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Outputs.Named named && named.column().isEmpty()) {
        sources.get(i).ifPresent(computed::add);
      }
    }
    return computed;
  }

  void orderBy(List<SortItem> elements) {
    for (SortItem element : elements) {
      Term term = element(element.expression(), false, Role.ORDER_BY);
      block.orderBy(new SortKey(term, element.descending(), nulls(element)));
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
   * expression of input columns. GROUP BY looks for input columns before it looks for outputs, the
   * others the other way round (manual: SELECT); without a schema, an input column of the name
   * exists for certain only if the output is computed from it.
   */
  private Term element(Expression expression, boolean inputsFirst, Role role) {
    Optional<Integer> output = output(expression, inputsFirst);
    if (output.isEmpty()) {
      return expression(expression, role, false);
    }
    int index = output.get();
    if (index < 0 || index >= items.size()) {
      return unknown(expression);
    }
    Optional<Expression> source = sources.get(index);
    if (source.isPresent()) {
      return expression(source.get(), role, true);
    }
    Optional<ColumnRef> column = ((Outputs.Named) items.get(index)).column();
    column.ifPresent(known -> block.use(known, role));
    return column.<Term>map(Term.Column::new).orElseGet(() -> unknown(expression));
  }

  /** An output of which only the name or the position is known. */
  private static Term unknown(Expression expression) {
    String text =
        expression instanceof Expression.Ordinal ordinal
            ? Integer.toString(ordinal.position())
            : OutputName.of(expression);
    return new Term.Computed(text, List.of(), List.of(), Sargability.EXPRESSION);
  }

  private Term expression(Expression expression, Role role, boolean again) {
    Term term = TermReader.of(expression, scope);
    if (term.plainColumn().isPresent()) {
      block.use(term.plainColumn().get(), role);
    } else if (again) {
      expressions.walkAgain(expression, Role.EXPRESSION);
    } else {
      expressions.walk(expression, Role.EXPRESSION);
    }
    return term;
  }

  /** The place, from 0, of the output that an expression names; -1 if that is not known. */
  private Optional<Integer> output(Expression expression, boolean inputsFirst) {
    if (expression instanceof Expression.Ordinal ordinal) {
      boolean known = new Outputs(items).at(ordinal.position()).isPresent();
      return Optional.of(known ? ordinal.position() - 1 : -1);
    }
    if (!(expression instanceof Expression.ColumnName column) || !column.table().isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Outputs.Named named && named.name().equals(column.name())) {
        boolean input = inputsFirst && isInput(column.name(), sources.get(i));
        return input ? Optional.empty() : Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private boolean isInput(String name, Optional<Expression> source) {
    return scope.hasForCertain(name)
        || source.isPresent() && ColumnFinder.hasColumn(source.get(), name);
  }
}
