package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.update.UpdateSet;
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
  Relation.Derived select(PlainSelect select) {
    from(select.getFromItem(), select.getJoins());
    where(select.getWhere());
    OutputWalker outputs = new OutputWalker(scope, block, expressions, select.getSelectItems());
    outputs.groupBy(select.getGroupBy());
    expressions.walk(select.getHaving(), null);
    if (select.getWindowDefinitions() != null) {
      select.getWindowDefinitions().forEach(expressions::window);
    }
    outputs.distinct(select.getDistinct());
    outputs.orderBy(select.getOrderByElements());
    if (select.getLimit() != null || select.getFetch() != null) {
      block.limit();
    }
    return outputs.relation();
  }

  /** Starts with the table that a statement changes; INSERT does not search it. */
  void target(Table table, boolean searched) {
    TableRef reference = statements.reference(table);
    scope.add(new Relation.Base(reference));
    if (searched) {
      block.table(reference);
    }
  }

  void excluded() {
    scope.add(new Relation.Opaque("excluded"));
  }

  void where(@Nullable Expression condition) {
    conditions.walk(condition, true);
  }

  void from(@Nullable FromItem first, @Nullable List<Join> joins) {
    if (first != null) {
      item(first);
    }
    if (joins == null) {
      return;
    }
    for (Join join : joins) {
      int before = scope.relations().size();
      item(join.getFromItem());
      using(join, before);
      join.getOnExpressions().forEach(on -> conditions.walk(on, true));
    }
  }

  void item(FromItem item) {
    String alias = Names.alias(item.getAlias()).orElse("");
    if (item instanceof Table table) {
      table(table);
    } else if (item instanceof ParenthesedFromItem group) {
      from(group.getFromItem(), group.getJoins());
    } else if (item instanceof ParenthesedSelect query) {
      Scope seen = query instanceof LateralSubSelect ? scope : scope.outer();
      Relation.Derived outputs = statements.select(query, seen);
      scope.add(outputs.renamed(alias, aliasColumns(item.getAlias())));
    } else {
      opaque(item, alias);
    }
  }

  private void table(Table table) {
    Optional<Relation.Derived> common = statements.commonTable(table);
    if (common.isPresent()) {
      List<String> names = aliasColumns(table.getAlias());
      scope.add(common.get().renamed(Names.alias(table), names));
      return;
    }
    TableRef reference = statements.reference(table);
    block.table(reference);
    scope.add(new Relation.Base(reference));
  }

  private static List<String> aliasColumns(@Nullable Alias alias) {
    if (alias == null || alias.getAliasColumns() == null) {
      return List.of();
    }
    return alias.getAliasColumns().stream().map(c -> Identifier.name(c.name)).toList();
  }

  private void opaque(FromItem item, String alias) {
    if (item instanceof TableFunction function) {
      function.getFunctions().forEach(f -> expressions.walk(f, Role.EXPRESSION));
    }
    List<String> names = aliasColumns(item.getAlias());
    if (names.isEmpty()) {
      scope.add(new Relation.Opaque(alias));
      return;
    }
    Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.putIfAbsent(name, Optional.empty()));
    scope.add(new Relation.Derived(alias, columns, List.of()));
  }

  /** {@code JOIN t USING (c)}: c of t equals c of one of the relations before. */
  private void using(Join join, int before) {
    List<Relation> relations = scope.relations();
    Scope left = new Scope(null);
    relations.subList(0, before).forEach(left::add);
    Scope right = new Scope(null);
    relations.subList(before, relations.size()).forEach(right::add);
    for (Column column : join.getUsingColumns()) {
      String name = Identifier.name(column.getColumnName());
      Optional<ColumnRef> one = left.resolve(null, name);
      Optional<ColumnRef> other = right.resolve(null, name);
      if (one.isPresent() && other.isPresent()) {
        block.join(one.get(), other.get(), true);
      }
    }
  }

  void sets(@Nullable List<UpdateSet> sets) {
    if (sets == null || scope.relations().isEmpty()) {
      return;
    }
    Relation target = scope.relations().get(0);
    for (UpdateSet set : sets) {
      for (Column column : set.getColumns()) {
        scope
            .resolve(target.alias(), Identifier.name(column.getColumnName()))
            .ifPresent(updated -> block.use(updated, Role.UPDATED));
      }
      set.getValues().forEach(value -> expressions.walk(value, null));
    }
  }
}
