package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.CommonTable;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.GroupBy;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** SELECT, VALUES, TABLE and set operations. */
final class Queries {
  private Queries() {}

  static Query query(TreeConverter tree, Select select) {
    if (select instanceof ParenthesedSelect nested && isPlain(select)) {
      return query(tree, nested.getSelect());
    }
    List<WithItem<?>> with = select.getWithItemsList();
    return new Query(
        with(tree, with),
        isRecursive(with),
        body(tree, select),
        SortItems.ofQuery(tree, select.getOrderByElements()),
        limit(tree, select),
        select.getOffset() == null
            ? Optional.empty()
            : tree.optional(select.getOffset().getOffset()),
        select.getForMode() != null);
  }

  private static boolean isPlain(Select select) {
    return (select.getWithItemsList() == null || select.getWithItemsList().isEmpty())
        && select.getOrderByElements() == null
        && select.getLimit() == null
        && select.getOffset() == null
        && select.getFetch() == null
        && select.getForMode() == null;
  }

  static List<CommonTable> with(TreeConverter tree, @Nullable List<WithItem<?>> items) {
    List<CommonTable> tables = new ArrayList<>();
    for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
      tree.statement((Statement) item.getParenthesedStatement())
          .ifPresent(statement -> tables.add(commonTable(tree, item, statement)));
    }
    return tables;
  }

  private static CommonTable commonTable(
      TreeConverter tree, WithItem<?> item, SqlStatement statement) {
    List<String> columns = new ArrayList<>();
    if (item.getWithItemList() != null) {
      item.getWithItemList().forEach(column -> columns.add(tree.names().fold(column.toString())));
    }
    String name = item.getAlias() == null ? "" : tree.names().fold(item.getAlias().getName());
    return new CommonTable(name, columns, statement);
  }

  static boolean isRecursive(@Nullable List<WithItem<?>> items) {
    return items != null && items.stream().anyMatch(WithItem::isRecursive);
  }

  private static Optional<Expression> limit(TreeConverter tree, Select select) {
    if (select.getFetch() != null) {
      return select.getFetch().getExpression() == null
          ? Optional.of(new Expression.Value(0))
          : tree.optional(select.getFetch().getExpression());
    }
    if (select.getLimit() == null) {
      return Optional.empty();
    }
    net.sf.jsqlparser.expression.Expression count = select.getLimit().getRowCount();
    boolean all = count instanceof AllValue || count instanceof NullValue;
    return all ? Optional.empty() : tree.optional(count);
  }

  private static QueryBody body(TreeConverter tree, Select select) {
    if (select instanceof PlainSelect plain) {
      return select(tree, plain);
    }
    if (select instanceof ParenthesedSelect nested) {
      return new QueryBody.Nested(query(tree, nested.getSelect()));
    }
    if (select instanceof SetOperationList operation) {
      List<Query> parts = operation.getSelects().stream().map(part -> query(tree, part)).toList();
      return new QueryBody.SetOperation(
          parts, !operation.getOperations().stream().allMatch(SetOperation::isAll));
    }
    if (select instanceof Values values) {
      return new QueryBody.Values(rows(tree, values.getExpressions()));
    }
    if (select instanceof TableStatement table) {
      return table(tree, table);
    }
    Expression other = new Expression.Other(Parts.of(tree, select));
    return select(List.of(new Output(other, Optional.empty())), List.of());
  }

  private static QueryBody table(TreeConverter tree, TableStatement node) {
    Output all = new Output(new Expression.Star("", ""), Optional.empty());
    return select(List.of(all), List.of(FromItems.table(tree, node.getTable())));
  }

  private static QueryBody.Select select(
      List<Output> outputs, List<io.github.pgslowlog.syntax.FromItem> from) {
    return new QueryBody.Select(
        false,
        List.of(),
        outputs,
        from,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static List<List<Expression>> rows(TreeConverter tree, ExpressionList<?> values) {
    if (values instanceof ParenthesedExpressionList) {
      return List.of(tree.expressions(values));
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression value : values) {
      List<Expression> row =
          value instanceof ExpressionList<?> list
              ? tree.expressions(list)
              : List.of(tree.expression(value));
      boolean rest = row.size() == 1 && row.get(0) instanceof Expression.ValueList;
      if (rows.isEmpty() || !rest) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static QueryBody select(TreeConverter tree, PlainSelect select) {
    Distinct distinct = select.getDistinct();
    return new QueryBody.Select(
        distinct != null,
        distinct == null || distinct.getOnSelectItems() == null
            ? List.of()
            : distinct.getOnSelectItems().stream()
                .map(item -> SortItems.orOrdinal(tree, item.getExpression()))
                .toList(),
        outputs(tree, select.getSelectItems()),
        FromItems.list(tree, select.getFromItem(), select.getJoins()),
        tree.optional(select.getWhere()),
        groupBy(tree, select.getGroupBy()),
        tree.optional(select.getHaving()),
        Windows.named(tree, select.getWindowDefinitions()));
  }

  /** SELECT lists and RETURNING; a number there is a stand-in for no output at all. */
  static List<Output> outputs(TreeConverter tree, @Nullable List<SelectItem<?>> items) {
    List<Output> outputs = new ArrayList<>();
    for (SelectItem<?> item : items == null ? List.<SelectItem<?>>of() : items) {
      if (!(item.getExpression() instanceof LongValue number)
          || Marks.ofNumber(number.getStringValue()) > 0) {
        String alias = item.getAlias() == null ? "" : tree.names().fold(item.getAlias().getName());
        outputs.add(
            new Output(
                tree.expression(item.getExpression()),
                alias.isEmpty() ? Optional.empty() : Optional.of(alias)));
      }
    }
    return outputs;
  }

  private static Optional<GroupBy> groupBy(TreeConverter tree, @Nullable GroupByElement node) {
    if (node == null) {
      return Optional.empty();
    }
    List<Expression> elements = new ArrayList<>();
    List<Expression> sets = new ArrayList<>();
    ExpressionList<?> list = node.getGroupByExpressionList();
    for (net.sf.jsqlparser.expression.Expression element :
        list == null ? List.<net.sf.jsqlparser.expression.Expression>of() : list) {
      if (element instanceof Function call && isSet(call)) {
        addSet(tree, call.getParameters(), sets);
      } else {
        addSet(tree, List.of(element), elements);
      }
    }
    if (node.getGroupingSets() != null) {
      node.getGroupingSets().forEach(set -> addSet(tree, set, sets));
    }
    return Optional.of(new GroupBy(elements, sets));
  }

  private static boolean isSet(Function call) {
    return call.getName().equalsIgnoreCase("rollup") || call.getName().equalsIgnoreCase("cube");
  }

  /** The expressions, also those in parentheses. */
  private static void addSet(
      TreeConverter tree,
      java.util.@Nullable List<? extends net.sf.jsqlparser.expression.Expression> set,
      List<Expression> to) {
    for (net.sf.jsqlparser.expression.Expression element :
        set == null ? List.<net.sf.jsqlparser.expression.Expression>of() : set) {
      if (element instanceof ParenthesedExpressionList<?> list) {
        addSet(tree, list, to);
      } else if (element instanceof Function call && isSet(call)) {
        addSet(tree, call.getParameters(), to);
      } else {
        to.add(SortItems.orOrdinal(tree, element));
      }
    }
  }
}
