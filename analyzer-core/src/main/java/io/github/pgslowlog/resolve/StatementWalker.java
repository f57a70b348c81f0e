package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Walks the tree of a statement, query by query, keeping account of what names mean. */
final class StatementWalker {
  private final List<QueryBlock> blocks = new ArrayList<>();
  private final List<TableName> written = new ArrayList<>();
  private final Map<String, Relation.Derived> commonTables = new HashMap<>();
  private int tableCount;

  List<QueryBlock> blocks() {
    return blocks;
  }

  List<TableName> written() {
    return written;
  }

  /**
   * Walks a statement.
   *
   * @return what kind it is
   */
  StatementType statement(Statement statement) {
    if (statement instanceof Select select) {
      select(select, null);
      return StatementType.SELECT;
    }
    if (statement instanceof Insert insert) {
      insert(insert);
      return StatementType.INSERT;
    }
    if (statement instanceof Update update) {
      update(update);
      return StatementType.UPDATE;
    }
    if (statement instanceof Delete delete) {
      delete(delete);
      return StatementType.DELETE;
    }
    if (statement instanceof Merge merge) {
      merge(merge);
      return StatementType.MERGE;
    }
    return StatementType.UTILITY;
  }

  // --- SELECT

  /** Walks a query; returns its output columns as a relation without a name. */
  Relation.Derived select(Select select, @Nullable Scope outer) {
    with(select.getWithItemsList(), outer);
    if (select instanceof PlainSelect plain) {
      return plain(plain, outer);
    }
    if (select instanceof ParenthesedSelect parenthesed) {
      return select(parenthesed.getSelect(), outer);
    }
    if (select instanceof SetOperationList operations) {
      List<Relation.Derived> parts = new ArrayList<>();
      operations.getSelects().forEach(part -> parts.add(select(part, outer)));
      return parts.get(0);
    }
    return new Relation.Derived("", Map.of(), List.of(new Relation.Opaque("")));
  }

  private void with(@Nullable List<WithItem<?>> items, @Nullable Scope outer) {
    if (items == null) {
      return;
    }
    boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
    for (WithItem<?> item : items) {
      String name = Identifier.name(item.getAliasName());
      commonTables.put(name, commonTable(item, name, recursive, outer));
    }
  }

  private Relation.Derived commonTable(
      WithItem<?> item, String name, boolean recursive, @Nullable Scope outer) {
    Statement statement = unwrap(item.getParenthesedStatement());
    if (!(statement instanceof Select select)) {
      statement(statement);
      return new Relation.Derived(name, Map.of(), List.of(new Relation.Opaque(name)));
    }
    List<String> names = new ArrayList<>();
    if (item.getWithItemList() != null) {
      item.getWithItemList().forEach(c -> names.add(Identifier.name(c.toString())));
    }
    boolean refersToItself =
        recursive
            && select instanceof ParenthesedSelect parenthesed
            && parenthesed.getSelect() instanceof SetOperationList;
    return refersToItself
        ? recursiveTable((ParenthesedSelect) select, name, names, outer)
        : renamed(select(select, outer), name, names);
  }

  private static Statement unwrap(ParenthesedStatement statement) {
    if (statement instanceof ParenthesedInsert insert) {
      return insert.getInsert();
    }
    if (statement instanceof ParenthesedUpdate update) {
      return update.getUpdate();
    }
    return statement instanceof ParenthesedDelete delete ? delete.getDelete() : statement;
  }

  /** The first part of the UNION gives the columns that the others see under the name. */
  private Relation.Derived recursiveTable(
      ParenthesedSelect select, String name, List<String> names, @Nullable Scope outer) {
    with(select.getSelect().getWithItemsList(), outer);
    List<Select> parts = ((SetOperationList) select.getSelect()).getSelects();
    Relation.Derived self = renamed(select(parts.get(0), outer), name, names);
    commonTables.put(name, self);
    parts.subList(1, parts.size()).forEach(part -> select(part, outer));
    return self;
  }

  /** The outputs of a query under the names that follow its alias: {@code AS t (a, b)}. */
  private static Relation.Derived renamed(
      Relation.Derived query, String alias, List<String> names) {
    Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, Optional<ColumnRef>> output : query.columns().entrySet()) {
      columns.putIfAbsent(i < names.size() ? names.get(i) : output.getKey(), output.getValue());
      i++;
    }
    return new Relation.Derived(alias, columns, query.stars());
  }

  private Relation.Derived plain(PlainSelect select, @Nullable Scope outer) {
    BlockAccumulator block = new BlockAccumulator();
    Scope scope = new Scope(outer);
    int place = blocks.size();
    Walkers walkers = new Walkers(scope, block);
    from(select.getFromItem(), select.getJoins(), walkers);
    walkers.conditions.walk(select.getWhere(), true);
    Relation.Derived outputs = outputs(select.getSelectItems(), walkers);
    groupBy(select.getGroupBy(), outputs, walkers);
    walkers.expressions.walk(select.getHaving(), null);
    if (select.getWindowDefinitions() != null) {
      select.getWindowDefinitions().forEach(walkers.expressions::window);
    }
    distinct(select, outputs, walkers);
    orderBy(select.getOrderByElements(), outputs, walkers);
    if (select.getLimit() != null || select.getFetch() != null) {
      block.limit();
    }
    blocks.add(Math.min(place, blocks.size()), block.toBlock());
    return outputs;
  }

  /** What walks one query. */
  private final class Walkers {
    private final Scope scope;
    private final BlockAccumulator block;
    private final ExpressionWalker expressions;
    private final ConditionWalker conditions;
    private final Map<String, Expression> computed = new HashMap<>();

    Walkers(Scope scope, BlockAccumulator block) {
      this.scope = scope;
      this.block = block;
      this.expressions = new ExpressionWalker(scope, block, StatementWalker.this);
      this.conditions = new ConditionWalker(scope, block, expressions, StatementWalker.this);
    }
  }

  // --- FROM

  private void from(@Nullable FromItem first, @Nullable List<Join> joins, Walkers walkers) {
    if (first != null) {
      item(first, walkers);
    }
    if (joins == null) {
      return;
    }
    for (Join join : joins) {
      int before = walkers.scope.relations().size();
      item(join.getFromItem(), walkers);
      using(join, before, walkers);
      join.getOnExpressions().forEach(on -> walkers.conditions.walk(on, true));
    }
  }

  private void item(FromItem item, Walkers walkers) {
    String alias = Names.alias(item.getAlias()).orElse("");
    if (item instanceof Table table) {
      table(table, walkers);
    } else if (item instanceof ParenthesedFromItem group) {
      from(group.getFromItem(), group.getJoins(), walkers);
    } else if (item instanceof ParenthesedSelect query) {
      Scope seen = query instanceof LateralSubSelect ? walkers.scope : walkers.scope.outer();
      Relation.Derived outputs = select(query, seen);
      walkers.scope.add(renamed(outputs, alias, aliasColumns(item.getAlias())));
    } else {
      opaque(item, alias, walkers);
    }
  }

  private void table(Table table, Walkers walkers) {
    Relation.Derived common =
        table.getSchemaName() == null ? commonTables.get(Identifier.name(table.getName())) : null;
    if (common != null) {
      List<String> names = aliasColumns(table.getAlias());
      walkers.scope.add(renamed(common, Names.alias(table), names));
      return;
    }
    TableRef reference = new TableRef(Names.table(table), Names.alias(table), tableCount++);
    walkers.block.table(reference);
    walkers.scope.add(new Relation.Base(reference));
  }

  private static List<String> aliasColumns(@Nullable Alias alias) {
    if (alias == null || alias.getAliasColumns() == null) {
      return List.of();
    }
    return alias.getAliasColumns().stream().map(c -> Identifier.name(c.name)).toList();
  }

  private static void opaque(FromItem item, String alias, Walkers walkers) {
    if (item instanceof TableFunction function) {
      function.getFunctions().forEach(f -> walkers.expressions.walk(f, Role.EXPRESSION));
    }
    List<String> names = aliasColumns(item.getAlias());
    if (names.isEmpty()) {
      walkers.scope.add(new Relation.Opaque(alias));
      return;
    }
    Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.putIfAbsent(name, Optional.empty()));
    walkers.scope.add(new Relation.Derived(alias, columns, List.of()));
  }

  /** {@code JOIN t USING (c)}: c of t equals c of one of the relations before. */
  private static void using(Join join, int before, Walkers walkers) {
    List<Relation> relations = walkers.scope.relations();
    Scope left = new Scope(null);
    relations.subList(0, before).forEach(left::add);
    Scope right = new Scope(null);
    relations.subList(before, relations.size()).forEach(right::add);
    for (Column column : join.getUsingColumns()) {
      String name = Identifier.name(column.getColumnName());
      Optional<ColumnRef> one = left.resolve(null, name);
      Optional<ColumnRef> other = right.resolve(null, name);
      if (one.isPresent() && other.isPresent()) {
        walkers.block.join(one.get(), other.get(), true);
      }
    }
  }

  // --- outputs and clauses that may name them

  private static Relation.Derived outputs(@Nullable List<SelectItem<?>> items, Walkers walkers) {
    Map<String, Optional<ColumnRef>> columns = new LinkedHashMap<>();
    List<Relation> stars = new ArrayList<>();
    if (items != null) {
      for (SelectItem<?> item : items) {
        output(item, columns, stars, walkers);
      }
    }
    return new Relation.Derived("", columns, stars);
  }

  private static void output(
      SelectItem<?> item,
      Map<String, Optional<ColumnRef>> columns,
      List<Relation> stars,
      Walkers walkers) {
    Expression expression = item.getExpression();
    if (expression instanceof AllTableColumns all) {
      String alias = Identifier.name(all.getTable().getName());
      walkers.scope.relations().stream().filter(r -> r.alias().equals(alias)).forEach(stars::add);
      return;
    }
    if (expression instanceof AllColumns) {
      stars.addAll(walkers.scope.relations());
      return;
    }
    Optional<ColumnRef> reference = Optional.empty();
    String name = "?" + columns.size();
    String position = Integer.toString(columns.size() + 1);
    if (expression instanceof Column column) {
      reference = Names.column(column, walkers.scope);
      name = Identifier.name(column.getColumnName());
    } else {
      walkers.expressions.walk(expression, null);
      walkers.computed.put(position, expression);
      Names.alias(item.getAlias()).ifPresent(alias -> walkers.computed.put(alias, expression));
    }
    String output = Names.alias(item.getAlias()).orElse(name);
    columns.put(columns.containsKey(output) ? "?" + columns.size() : output, reference);
  }

  private static void groupBy(
      @Nullable GroupByElement groupBy, Relation.Derived outputs, Walkers walkers) {
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
      walkers.block.groupBy(element(element, outputs, false, walkers));
    }
  }

  private static void distinct(PlainSelect select, Relation.Derived outputs, Walkers walkers) {
    if (select.getDistinct() == null) {
      return;
    }
    List<SelectItem<?>> on = select.getDistinct().getOnSelectItems();
    if (on == null || on.isEmpty()) {
      outputs
          .columns()
          .values()
          .forEach(o -> o.ifPresent(c -> walkers.block.use(c, Role.DISTINCT)));
      return;
    }
    for (SelectItem<?> item : on) {
      element(item.getExpression(), outputs, false, walkers)
          .ifPresent(column -> walkers.block.use(column, Role.DISTINCT));
    }
  }

  private static void orderBy(
      @Nullable List<OrderByElement> elements, Relation.Derived outputs, Walkers walkers) {
    if (elements == null) {
      return;
    }
    for (OrderByElement element : elements) {
      walkers.block.orderBy(
          element(element.getExpression(), outputs, true, walkers)
              .map(column -> new SortKey(column, !element.isAsc(), nulls(element))));
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
  private static Optional<ColumnRef> element(
      Expression expression, Relation.Derived outputs, boolean outputsFirst, Walkers walkers) {
    if (expression instanceof LongValue position) {
      List<Optional<ColumnRef>> columns = new ArrayList<>(outputs.columns().values());
      long index = position.getValue() - 1;
      if (!outputs.stars().isEmpty() || index < 0 || index >= columns.size()) {
        return Optional.empty();
      }
      walkers.expressions.walk(walkers.computed.get(position.toString()), Role.EXPRESSION);
      return columns.get((int) index);
    }
    if (expression instanceof ExpressionList<?> list && list.size() == 1) {
      return element(list.get(0), outputs, outputsFirst, walkers);
    }
    if (expression instanceof Column column) {
      String name = Identifier.name(column.getColumnName());
      boolean qualified = column.getTable() != null && column.getTable().getName() != null;
      boolean named = !qualified && outputs.columns().containsKey(name);
      Expression computed = walkers.computed.get(name);
      if (named && (outputsFirst || !ColumnFinder.hasColumn(computed, name))) {
        walkers.expressions.walk(computed, Role.EXPRESSION);
        return outputs.columns().getOrDefault(name, Optional.empty());
      }
      return Names.column(column, walkers.scope);
    }
    walkers.expressions.walk(expression, Role.EXPRESSION);
    return Optional.empty();
  }

  // --- statements that write

  private void insert(Insert insert) {
    with(insert.getWithItemsList(), null);
    written.add(Names.table(insert.getTable()));
    if (insert.getSelect() != null) {
      select(insert.getSelect(), null);
    }
    if (insert.getConflictAction() != null && insert.getConflictAction().getUpdateSets() != null) {
      Walkers walkers = target(insert.getTable(), false);
      walkers.scope.add(new Relation.Opaque("excluded"));
      sets(insert.getConflictAction().getUpdateSets(), walkers);
      blocks.add(walkers.block.toBlock());
    }
  }

  private void update(Update update) {
    with(update.getWithItemsList(), null);
    written.add(Names.table(update.getTable()));
    int place = blocks.size();
    Walkers walkers = target(update.getTable(), true);
    from(update.getFromItem(), update.getJoins(), walkers);
    sets(update.getUpdateSets(), walkers);
    walkers.conditions.walk(update.getWhere(), true);
    blocks.add(place, walkers.block.toBlock());
  }

  private void delete(Delete delete) {
    with(delete.getWithItemsList(), null);
    written.add(Names.table(delete.getTable()));
    int place = blocks.size();
    Walkers walkers = target(delete.getTable(), true);
    if (delete.getUsingFromItemList() != null) {
      delete.getUsingFromItemList().forEach(item -> item(item, walkers));
    }
    from(null, delete.getJoins(), walkers);
    walkers.conditions.walk(delete.getWhere(), true);
    blocks.add(place, walkers.block.toBlock());
  }

  private void merge(Merge merge) {
    with(merge.getWithItemsList(), null);
    written.add(Names.table(merge.getTable()));
    int place = blocks.size();
    Walkers walkers = target(merge.getTable(), true);
    from(merge.getFromItem(), null, walkers);
    walkers.conditions.walk(merge.getOnCondition(), true);
    if (merge.getMergeUpdate() != null) {
      sets(merge.getMergeUpdate().getUpdateSets(), walkers);
    }
    blocks.add(place, walkers.block.toBlock());
  }

  private Walkers target(Table table, boolean searched) {
    BlockAccumulator block = new BlockAccumulator();
    Scope scope = new Scope(null);
    Walkers walkers = new Walkers(scope, block);
    TableRef reference = new TableRef(Names.table(table), Names.alias(table), tableCount++);
    scope.add(new Relation.Base(reference));
    if (searched) {
      block.table(reference);
    }
    return walkers;
  }

  private static void sets(@Nullable List<UpdateSet> sets, Walkers walkers) {
    if (sets == null || walkers.scope.relations().isEmpty()) {
      return;
    }
    Relation target = walkers.scope.relations().get(0);
    for (UpdateSet set : sets) {
      for (Column column : set.getColumns()) {
        walkers
            .scope
            .resolve(target.alias(), Identifier.name(column.getColumnName()))
            .ifPresent(updated -> walkers.block.use(updated, Role.UPDATED));
      }
      set.getValues().forEach(value -> walkers.expressions.walk(value, null));
    }
  }
}
