package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Assignment;
import io.github.pgslowlog.syntax.Delete;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import io.github.pgslowlog.syntax.Insert;
import io.github.pgslowlog.syntax.Query;
import io.github.pgslowlog.syntax.SqlStatement;
import io.github.pgslowlog.syntax.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.create.table.Index.ColumnParams;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.InsertConflictTarget;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE, DELETE and MERGE. */
final class WriteConverter {
  private WriteConverter() {}

  static Optional<SqlStatement> convert(TreeConverter tree, Statement statement) {
    if (statement instanceof ParenthesedInsert nested) {
      return convert(tree, nested.getInsert());
    }
    if (statement instanceof ParenthesedUpdate nested) {
      return convert(tree, nested.getUpdate());
    }
    if (statement instanceof ParenthesedDelete nested) {
      return convert(tree, nested.getDelete());
    }
    if (statement instanceof net.sf.jsqlparser.statement.insert.Insert insert) {
      return Optional.of(insert(tree, insert));
    }
    if (statement instanceof net.sf.jsqlparser.statement.update.Update update) {
      return Optional.of(update(tree, update));
    }
    if (statement instanceof net.sf.jsqlparser.statement.delete.Delete delete) {
      return Optional.of(delete(tree, delete));
    }
    if (statement instanceof net.sf.jsqlparser.statement.merge.Merge merge) {
      return Optional.of(MergeConverter.convert(tree, merge));
    }
    return Optional.empty();
  }

  private static Insert insert(TreeConverter tree, net.sf.jsqlparser.statement.insert.Insert node) {
    Optional<Query> source =
        node.getSelect() == null ? Optional.empty() : Optional.of(tree.query(node.getSelect()));
    return new Insert(
        QueryConverter.with(tree, node.getWithItemsList()),
        QueryConverter.isRecursive(node.getWithItemsList()),
        FromConverter.table(tree, node.getTable()),
        columns(tree, node.getColumns()),
        source,
        conflict(tree, node),
        SelectConverter.outputs(tree, node.getReturningClause()));
  }

  private static Optional<Insert.Conflict> conflict(
      TreeConverter tree, net.sf.jsqlparser.statement.insert.Insert node) {
    if (node.getConflictAction() == null) {
      return Optional.empty();
    }
    InsertConflictTarget target = node.getConflictTarget();
    return Optional.of(
        new Insert.Conflict(
            target == null ? List.of() : indexed(tree, target.getIndexElements()),
            target == null ? Optional.empty() : tree.optional(target.getWhereExpression()),
            assignments(tree, node.getConflictAction().getUpdateSets()),
            tree.optional(node.getConflictAction().getWhereExpression())));
  }

  private static List<Expression> indexed(
      TreeConverter tree, @Nullable List<ColumnParams> elements) {
    List<Expression> indexed = new ArrayList<>();
    for (ColumnParams element : elements == null ? List.<ColumnParams>of() : elements) {
      if (element.getExpression() != null) {
        indexed.add(tree.expression(element.getExpression()));
      } else if (element.getColumnName() != null) {
        String name = tree.names().fold(element.getColumnName());
        indexed.add(new Expression.ColumnName("", "", name));
      }
    }
    return indexed;
  }

  private static Update update(TreeConverter tree, net.sf.jsqlparser.statement.update.Update node) {
    return new Update(
        QueryConverter.with(tree, node.getWithItemsList()),
        QueryConverter.isRecursive(node.getWithItemsList()),
        FromConverter.table(tree, node.getTable()),
        assignments(tree, node.getUpdateSets()),
        FromConverter.list(tree, node.getFromItem(), node.getJoins()),
        tree.optional(node.getWhere()),
        SelectConverter.outputs(tree, node.getReturningClause()));
  }

  private static Delete delete(TreeConverter tree, net.sf.jsqlparser.statement.delete.Delete node) {
    List<FromItem> using = new ArrayList<>();
    if (node.getUsingFromItemList() != null) {
      node.getUsingFromItemList().forEach(item -> using.add(FromConverter.of(tree, item)));
    }
    return new Delete(
        QueryConverter.with(tree, node.getWithItemsList()),
        QueryConverter.isRecursive(node.getWithItemsList()),
        FromConverter.table(tree, node.getTable()),
        using,
        tree.optional(node.getWhere()),
        SelectConverter.outputs(tree, node.getReturningClause()));
  }

  static List<String> columns(TreeConverter tree, @Nullable List<Column> columns) {
    return columns == null
        ? List.of()
        : columns.stream().map(column -> target(tree, column)).toList();
  }

  /** A column that is written: {@code a} of {@code a.field}, which looks like a table's column. */
  private static String target(TreeConverter tree, Column column) {
    String table = column.getTable() == null ? null : column.getTable().getName();
    return tree.names().fold(table == null ? column.getColumnName() : table);
  }

  static List<Assignment> assignments(TreeConverter tree, @Nullable List<UpdateSet> sets) {
    List<Assignment> assignments = new ArrayList<>();
    for (UpdateSet set : sets == null ? List.<UpdateSet>of() : sets) {
      assignments.add(
          new Assignment(
              columns(tree, set.getColumns()),
              withIndexes(tree, set.getColumns(), value(tree, set.getValues()))));
    }
    return assignments;
  }

  /** {@code SET a[b] = c} reads b, too. */
  private static Expression withIndexes(
      TreeConverter tree, List<Column> targets, Expression value) {
    List<Expression> parts = new ArrayList<>();
    parts.add(value);
    for (Column target : targets) {
      if (target.getArrayConstructor() != null) {
        parts.addAll(tree.expressions(target.getArrayConstructor().getExpressions()));
      }
    }
    boolean values = parts.stream().skip(1).allMatch(Expression.Value.class::isInstance);
    return values ? value : new Expression.Other(parts);
  }

  private static Expression value(TreeConverter tree, ExpressionList<?> values) {
    return values.size() == 1
        ? tree.expression(values.get(0))
        : new Expression.Row(tree.expressions(values));
  }
}
