package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Assignment;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks one query: what is in FROM, the conditions, and what UPDATE sets.
 *
 * <p>The clauses that may name output columns are {@link OutputWalker}'s.
 */
final class QueryWalker {
  private final Scope scope;
  private final BlockAccumulator block = new BlockAccumulator();
  private final ExpressionWalker expressions;
  private final ConditionWalker conditions;
  private final StatementWalker statements;

  QueryWalker(@Nullable Scope outer, StatementWalker statements) {
    this.scope = new Scope(outer);
    this.statements = statements;
    this.expressions = new ExpressionWalker(scope, block, statements);
    this.conditions = new ConditionWalker(scope, block, expressions, statements);
  }

  QueryBlock toBlock() {
    return block.toBlock();
  }

  /** Walks a SELECT; returns its output columns as a relation without a name. */
  Relation.Derived select(Query query, QueryBody.Select select) {
    select.from().forEach(this::item);
    select.where().ifPresent(this::where);
    OutputWalker outputs = new OutputWalker(scope, block, expressions, select.outputs());
    select.groupBy().ifPresent(outputs::groupBy);
    select.having().ifPresent(having -> expressions.walk(having, null));
    select.windows().forEach(expressions::window);
    if (select.distinct()) {
      outputs.distinct(select.distinctOn());
    }
    outputs.orderBy(query.orderBy());
    if (query.limit().isPresent()) {
      block.limit();
    }
    return outputs.relation();
  }

  void values(List<Expression> row) {
    row.forEach(value -> expressions.walk(value, null));
  }

  /** Starts with the table that a statement changes; INSERT does not search it. */
  void target(FromItem.Table table, boolean searched) {
    TableRef reference = statements.reference(table);
    scope.add(new Relation.Base(reference));
    if (searched) {
      block.table(reference);
    }
  }

  void excluded() {
    scope.add(new Relation.Opaque("excluded"));
  }

  void where(Expression condition) {
    conditions.walk(condition, true);
  }

  void item(FromItem item) {
    if (item instanceof FromItem.Table table) {
      table(table);
    } else if (item instanceof FromItem.Join join) {
      join(join);
    } else if (item instanceof FromItem.Derived derived) {
      Scope seen = derived.lateral() ? scope : scope.outer();
      Relation.Derived outputs = statements.select(derived.query(), seen);
      scope.add(outputs.renamed(derived.alias().name(), derived.alias().columns()));
    } else if (item instanceof FromItem.Function function) {
      function(function);
    }
  }

  private void table(FromItem.Table table) {
    Optional<Relation.Derived> common = statements.commonTable(table);
    if (common.isPresent()) {
      scope.add(common.get().renamed(table.qualifier(), table.alias().columns()));
      return;
    }
    TableRef reference = statements.reference(table);
    block.table(reference);
    scope.add(new Relation.Base(reference));
  }

  private void function(FromItem.Function function) {
    function.arguments().forEach(argument -> expressions.walk(argument, Role.EXPRESSION));
    List<String> names = function.alias().columns();
    if (names.isEmpty()) {
      scope.add(new Relation.Opaque(function.alias().name()));
      return;
    }
    Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.putIfAbsent(name, Optional.empty()));
    scope.add(new Relation.Derived(function.alias().name(), columns, List.of()));
  }

  private void join(FromItem.Join join) {
    item(join.left());
    int before = scope.relations().size();
    item(join.right());
    using(join.using(), before);
    join.on().ifPresent(this::where);
  }

  /** {@code JOIN t USING (c)}: c of t equals c of one of the relations before. */
  private void using(List<String> names, int before) {
    List<Relation> relations = scope.relations();
    Scope left = new Scope(null);
    relations.subList(0, before).forEach(left::add);
    Scope right = new Scope(null);
    relations.subList(before, relations.size()).forEach(right::add);
    for (String name : names) {
      Optional<ColumnRef> one = left.unqualified(name);
      Optional<ColumnRef> other = right.unqualified(name);
      if (one.isPresent() && other.isPresent()) {
        block.join(one.get(), other.get(), true);
      }
    }
  }

  void sets(List<Assignment> sets) {
    String target = scope.relations().get(0).alias();
    for (Assignment set : sets) {
      for (String column : set.columns()) {
        scope.qualified(target, column).ifPresent(updated -> block.use(updated, Role.UPDATED));
      }
      expressions.walk(set.value(), null);
    }
  }
}
