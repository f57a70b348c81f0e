package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Alias;
import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.FromItem;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JsonTableFunction;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableColumnDefinition;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableNestedColumnDefinition;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableValueColumnDefinition;
import net.sf.jsqlparser.expression.XmlTableFunction;
import net.sf.jsqlparser.statement.select.TableFunction;

/** Functions in FROM. */
final class TableFunctionConverter {
  private TableFunctionConverter() {}

  static FromItem convert(TreeConverter tree, TableFunction node, Alias alias) {
    List<Expression> calls = new ArrayList<>();
    List<String> columns = new ArrayList<>(alias.columns());
    for (Function function : node.getFunctions()) {
      if (function instanceof JsonTableFunction table) {
        calls.addAll(tree.expressions(table.getAllExpressions()));
        if (table.getColumnsClause() != null) {
          addColumns(tree, table.getColumnsClause().getColumnDefinitions(), columns);
        }
      } else if (function instanceof XmlTableFunction table) {
        calls.addAll(tree.expressions(table.getAllExpressions()));
        table
            .getColumnDefinitions()
            .forEach(column -> columns.add(tree.names().fold(column.getColumnName())));
      } else {
        calls.add(tree.expression(function));
      }
    }
    return new FromItem.Function(calls, new Alias(alias.name(), columns));
  }

  /** The columns of JSON_TABLE, nested ones in their place. */
  private static void addColumns(
      TreeConverter tree, List<JsonTableColumnDefinition> definitions, List<String> columns) {
    for (JsonTableColumnDefinition definition : definitions) {
      if (definition instanceof JsonTableValueColumnDefinition column) {
        columns.add(tree.names().fold(column.getColumnName()));
      } else if (definition instanceof JsonTableNestedColumnDefinition nested
          && nested.getColumnsClause() != null) {
        addColumns(tree, nested.getColumnsClause().getColumnDefinitions(), columns);
      }
    }
  }
}
