package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.CommonTable;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Output;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.QueryBody;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** SELECT, VALUES, TABLE and set operations. */
final class QueryConverter {
  private QueryConverter() {}

  static Query query(TreeConverter tree, Select select) {
    if (select instanceof ParenthesedSelect nested && isPlain(select)) {
      return query(tree, nested.getSelect());
    }
    List<WithItem<?>> with = select.getWithItemsList();
    Query query =
        new Query(
            with(tree, with),
            isRecursive(with),
            body(tree, select),
            SortConverter.ofQuery(tree, select.getOrderByElements()),
            limit(tree, select),
            select.getOffset() == null
                ? Optional.empty()
                : tree.optional(select.getOffset().getOffset()),
            select.getForMode() != null);
    return select instanceof SetOperationList operation ? ending(query, operation) : query;
  }

  /**
   * {@code a UNION b LIMIT $1}: JSqlParser sometimes gives the end of a set operation to the last
   * part.
   */
  private static Query ending(Query query, SetOperationList node) {
    QueryBody.SetOperation operation = (QueryBody.SetOperation) query.body();
    int last = operation.parts().size() - 1;
    if (node.getSelect(last) instanceof ParenthesedSelect) {
      return query;
    }
    Query part = operation.parts().get(last);
    List<Query> parts = new ArrayList<>(operation.parts());
    parts.set(last, Query.of(part.body()));
    return new Query(
        query.with(),
        query.recursive(),
        new QueryBody.SetOperation(parts, operation.distinct()),
        query.orderBy().isEmpty() ? part.orderBy() : query.orderBy(),
        query.limit().or(part::limit),
        query.offset().or(part::offset),
        query.locking() || part.locking());
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
      return SelectConverter.convert(tree, plain);
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
    Expression other = new Expression.Other(PartCollector.of(tree, select));
    return select(List.of(new Output(other, Optional.empty())), List.of());
  }

  /** {@code TABLE name}. */
  static Query table(TreeConverter tree, String name) {
    return Query.of(all(new FromItem.Table("", tree.names().fold(name), Alias.NONE)));
  }

  private static QueryBody table(TreeConverter tree, TableStatement node) {
    return all(FromConverter.table(tree, node.getTable()));
  }

  private static QueryBody all(FromItem from) {
    Output all = new Output(new Expression.Star("", ""), Optional.empty());
    return select(List.of(all), List.of(from));
  }

  private static QueryBody.Select select(List<Output> outputs, List<FromItem> from) {
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
}
