package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.ArrayOf;
import io.github.pgslowlog.syntax.Expression.Cast;
import io.github.pgslowlog.syntax.Expression.ColumnName;
import io.github.pgslowlog.syntax.Expression.Constant;
import io.github.pgslowlog.syntax.Expression.Operation;
import io.github.pgslowlog.syntax.Expression.Other;
import io.github.pgslowlog.syntax.Expression.Row;
import io.github.pgslowlog.syntax.Expression.Star;
import io.github.pgslowlog.syntax.Expression.Subscript;
import io.github.pgslowlog.syntax.Expression.Value;
import io.github.pgslowlog.syntax.Expression.ValueList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.ArrayExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.RangeExpression;
import net.sf.jsqlparser.expression.RowConstructor;
import net.sf.jsqlparser.expression.RowGetExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FunctionAllColumns;

/** Columns, values, casts, rows and arrays. */
final class OperandConverter {
  /** Words that JSqlParser takes for columns (manual: System Information Functions, Date/Time). */
  private static final Set<String> CONSTANTS =
      Set.of(
          ("default current_catalog current_date current_role current_schema current_time"
                  + " current_timestamp current_user localtime localtimestamp session_user"
                  + " system_user user")
              .split(" "));

  private OperandConverter() {}

  static void addTo(Conversions conversions) {
    conversions
        .with(Column.class, OperandConverter::column)
        .with(AllColumns.class, (tree, node) -> new Star("", ""))
        .with(AllTableColumns.class, OperandConverter::star)
        .with(FunctionAllColumns.class, OperandConverter::starOfCall)
        .with(JdbcParameter.class, OperandConverter::parameter)
        .with(StringValue.class, (tree, node) -> value(node.getValue()))
        .with(LongValue.class, (tree, node) -> number(node.getStringValue()))
        .with(DoubleValue.class, (tree, node) -> new Value(0))
        .with(HexValue.class, (tree, node) -> new Value(0))
        .with(NullValue.class, (tree, node) -> new Constant("null"))
        .with(BooleanValue.class, (tree, node) -> new Constant(node.getValue() ? "true" : "false"))
        .with(TimeKeyExpression.class, OperandConverter::timeKey)
        .with(DateUnitExpression.class, OperandConverter::unit)
        .with(CastExpression.class, OperandConverter::cast)
        .with(DateTimeLiteralExpression.class, OperandConverter::dateTime)
        .with(IntervalExpression.class, OperandConverter::interval)
        .with(CollateExpression.class, OperandConverter::collate)
        .with(ArrayConstructor.class, OperandConverter::array)
        .with(ArrayExpression.class, OperandConverter::subscript)
        .with(RangeExpression.class, OperandConverter::range)
        .with(RowGetExpression.class, OperandConverter::field)
        .with(RowConstructor.class, OperandConverter::row)
        .with(ExpressionList.class, OperandConverter::row)
        .with(ParenthesedExpressionList.class, OperandConverter::parentheses);
  }

  private static Expression column(TreeConverter tree, Column column) {
    String written = column.getColumnName();
    Table table = column.getTable();
    boolean alone =
        (table == null || table.getName() == null) && column.getReturningQualifier() == null;
    if (alone && NameFolder.list(written) >= 0) {
      return new ValueList(NameFolder.list(written));
    }
    if (alone && tree.names().operator(written) != null) {
      return new Other(List.of());
    }
    String name = tree.names().fold(written);
    if (alone && isConstant(written)) {
      return constant(written);
    }
    Expression named = named(tree, column, name);
    ArrayConstructor indexes = column.getArrayConstructor();
    return indexes == null ? named : new Subscript(named, indexes(tree, indexes.getExpressions()));
  }

  static boolean isConstant(String written) {
    return CONSTANTS.contains(written.toLowerCase(Locale.ROOT));
  }

  static Expression constant(String written) {
    return new Constant(written.toLowerCase(Locale.ROOT));
  }

  /** JSqlParser takes {@code old} and {@code new} of RETURNING away from the name. */
  private static ColumnName named(TreeConverter tree, Column column, String name) {
    if (column.getReturningQualifier() != null) {
      return new ColumnName("", tree.names().fold(column.getReturningQualifier()), name);
    }
    Table table = column.getTable();
    return new ColumnName(schema(tree, table), name(tree, table), name);
  }

  private static String schema(TreeConverter tree, Table table) {
    return table == null ? "" : tree.names().fold(table.getSchemaName());
  }

  private static String name(TreeConverter tree, Table table) {
    return table == null ? "" : tree.names().fold(table.getName());
  }

  private static Expression star(TreeConverter tree, AllTableColumns node) {
    return node.getReturningQualifier() == null
        ? new Star(schema(tree, node.getTable()), name(tree, node.getTable()))
        : new Star("", tree.names().fold(node.getReturningQualifier()));
  }

  private static Expression starOfCall(TreeConverter tree, FunctionAllColumns node) {
    return new Expression.Field(tree.expression(node.getFunction()), "*");
  }

  private static Expression parameter(TreeConverter tree, JdbcParameter node) {
    Integer index = node.getIndex();
    return new Value(node.isUseFixedIndex() && index != null ? index : 0);
  }

  private static Expression value(String content) {
    return new Value(content == null ? 0 : Marks.ofString(content));
  }

  private static Expression number(String written) {
    return new Value(Marks.ofNumber(written));
  }

  private static Expression timeKey(TreeConverter tree, TimeKeyExpression node) {
    return new Constant(node.getStringValue().toLowerCase(Locale.ROOT).replace("()", ""));
  }

  private static Expression unit(TreeConverter tree, DateUnitExpression node) {
    return new ColumnName("", "", node.toString().toLowerCase(Locale.ROOT));
  }

  private static Expression cast(TreeConverter tree, CastExpression node) {
    return new Cast(tree.expression(node.getLeftExpression()), type(tree, node.getColDataType()));
  }

  private static Expression dateTime(TreeConverter tree, DateTimeLiteralExpression node) {
    String type = node.getType().name().toLowerCase(Locale.ROOT);
    return new Cast(quoted(node.getValue()), type);
  }

  private static Expression interval(TreeConverter tree, IntervalExpression node) {
    Expression length =
        node.getExpression() == null
            ? quoted(node.getParameter())
            : tree.expression(node.getExpression());
    return new Cast(length, "interval");
  }

  private static Expression quoted(String written) {
    boolean quoted = written != null && written.length() >= 2 && written.startsWith("'");
    return value(quoted ? written.substring(1, written.length() - 1) : written);
  }

  /** A type without modifiers: {@code numeric (10, 2)} with brackets is {@code numeric[]}. */
  static String type(TreeConverter tree, ColDataType type) {
    if (type == null || type.getDataType() == null) {
      return "";
    }
    String bare = type.getDataType().replaceAll("\\s*\\([^()]*\\)", "");
    String name = String.join(".", tree.names().path(bare));
    return name + "[]".repeat(type.getArrayData() == null ? 0 : type.getArrayData().size());
  }

  private static Expression collate(TreeConverter tree, CollateExpression node) {
    List<String> path = tree.names().path(node.getCollate());
    return new Expression.Collate(
        tree.expression(node.getLeftExpression()), path.get(path.size() - 1));
  }

  private static Expression array(TreeConverter tree, ArrayConstructor node) {
    return new ArrayOf(tree.expressions(node.getExpressions()));
  }

  private static Expression subscript(TreeConverter tree, ArrayExpression node) {
    List<net.sf.jsqlparser.expression.Expression> indexes = new ArrayList<>();
    indexes.add(node.getIndexExpression());
    indexes.add(node.getStartIndexExpression());
    indexes.add(node.getStopIndexExpression());
    Expression operand = tree.expression(node.getObjExpression());
    List<Expression> converted = indexes(tree, indexes);
    if (operand instanceof Subscript inner) {
      List<Expression> all = new ArrayList<>(inner.indexes());
      all.addAll(converted);
      return new Subscript(inner.operand(), all);
    }
    return new Subscript(operand, converted);
  }

  /** Subscripts; of {@code [a:b]}, which JSqlParser takes for an operator, both. */
  private static List<Expression> indexes(
      TreeConverter tree, Collection<? extends net.sf.jsqlparser.expression.Expression> nodes) {
    List<Expression> indexes = new ArrayList<>();
    for (Expression index : tree.expressions(nodes)) {
      if (index instanceof Operation slice && slice.operator().equals(":")) {
        slice.left().ifPresent(indexes::add);
        indexes.add(slice.right());
      } else if (index instanceof Other range) {
        indexes.addAll(range.parts());
      } else {
        indexes.add(index);
      }
    }
    return indexes;
  }

  private static Expression range(TreeConverter tree, RangeExpression node) {
    List<net.sf.jsqlparser.expression.Expression> ends = new ArrayList<>();
    ends.add(node.getStartExpression());
    ends.add(node.getEndExpression());
    return new Other(tree.expressions(ends));
  }

  private static Expression field(TreeConverter tree, RowGetExpression node) {
    Expression operand = tree.expression(node.getExpression());
    String name = tree.names().fold(node.getColumnName());
    return operand instanceof Expression.Collate schema
            && node.getExpression() instanceof CollateExpression
        ? new Expression.Collate(schema.operand(), name)
        : new Expression.Field(operand, name);
  }

  private static Expression row(TreeConverter tree, ExpressionList<?> node) {
    return new Row(tree.expressions(node));
  }

  private static Expression parentheses(TreeConverter tree, ExpressionList<?> node) {
    return node.size() == 1 ? tree.expression(node.get(0)) : row(tree, node);
  }
}
