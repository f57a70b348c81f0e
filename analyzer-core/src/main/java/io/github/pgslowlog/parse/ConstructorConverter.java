package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.Call;
import io.github.pgslowlog.syntax.Expression.ColumnName;
import io.github.pgslowlog.syntax.Expression.Operation;
import io.github.pgslowlog.syntax.Expression.Other;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.AliasedExpression;
import net.sf.jsqlparser.expression.JsonAggregateFunction;
import net.sf.jsqlparser.expression.JsonFunction;
import net.sf.jsqlparser.expression.JsonFunction.JsonOnResponseBehavior;
import net.sf.jsqlparser.expression.JsonFunctionExpression;
import net.sf.jsqlparser.expression.JsonFunctionType;
import net.sf.jsqlparser.expression.JsonKeyValuePair;
import net.sf.jsqlparser.expression.LambdaExpression;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.XMLSerializeExpr;
import org.jspecify.annotations.Nullable;

/**
 * ConstructorConverter of JSON and XML, and what JSqlParser takes for syntax of other databases.
 */
final class ConstructorConverter {
  private ConstructorConverter() {}

  static void addTo(Conversions conversions) {
    conversions
        .with(JsonFunction.class, ConstructorConverter::json)
        .with(JsonAggregateFunction.class, ConstructorConverter::jsonAggregate)
        .with(XMLSerializeExpr.class, ConstructorConverter::xml)
        .with(AliasedExpression.class, (tree, node) -> tree.expression(node.getExpression()))
        .with(TranscodingFunction.class, ConstructorConverter::convertCall)
        .with(LambdaExpression.class, ConstructorConverter::arrow);
  }

  private static Expression json(TreeConverter tree, JsonFunction node) {
    List<Expression> parts = new ArrayList<>();
    for (JsonKeyValuePair pair : node.getKeyValuePairs()) {
      addIfExpression(tree, pair.getKey(), parts);
      addIfExpression(tree, pair.getValue(), parts);
    }
    for (JsonFunctionExpression element : node.getExpressions()) {
      addIfExpression(tree, element.getExpression(), parts);
    }
    if (node.getInputExpression() != null) {
      addIfExpression(tree, node.getInputExpression().getExpression(), parts);
    }
    addIfExpression(tree, node.getJsonPathExpression(), parts);
    Collection<? extends net.sf.jsqlparser.expression.Expression> passing =
        node.getPassingExpressions();
    parts.addAll(tree.expressions(passing));
    addBehavior(tree, node.getOnEmptyBehavior(), parts);
    addBehavior(tree, node.getOnErrorBehavior(), parts);
    return new Other(parts);
  }

  private static void addBehavior(
      TreeConverter tree, @Nullable JsonOnResponseBehavior behavior, List<Expression> parts) {
    if (behavior != null) {
      addIfExpression(tree, behavior.getExpression(), parts);
    }
  }

  /** Keys may also be text. */
  private static void addIfExpression(
      TreeConverter tree, @Nullable Object part, List<Expression> parts) {
    if (part instanceof net.sf.jsqlparser.expression.Expression expression) {
      parts.add(tree.expression(expression));
    }
  }

  private static Expression jsonAggregate(TreeConverter tree, JsonAggregateFunction node) {
    List<Expression> arguments = new ArrayList<>();
    addIfExpression(tree, node.getKey(), arguments);
    addIfExpression(tree, node.getValue(), arguments);
    addIfExpression(tree, node.getExpression(), arguments);
    return new Call(
        "",
        node.getType() == JsonFunctionType.ARRAY ? "json_arrayagg" : "json_objectagg",
        arguments,
        false,
        SortConverter.of(tree, node.getExpressionOrderByElements()),
        tree.optional(node.getFilterExpression()),
        WindowConverter.over(tree, node));
  }

  private static Expression xml(TreeConverter tree, XMLSerializeExpr node) {
    return new Other(tree.optional(node.getExpression()).stream().toList());
  }

  /** {@code convert(a, b)}: JSqlParser takes the first argument for a type. */
  private static Expression convertCall(TreeConverter tree, TranscodingFunction node) {
    List<Expression> arguments = new ArrayList<>();
    if (node.getColDataType() != null) {
      List<String> path = tree.names().path(node.getColDataType().getDataType());
      String table = path.size() == 1 ? "" : path.get(path.size() - 2);
      arguments.add(new ColumnName("", table, path.get(path.size() - 1)));
    }
    arguments.addAll(tree.optional(node.getExpression()).stream().toList());
    return Call.of(tree.names().fold(node.getKeyword()), arguments);
  }

  /** {@code (a) -> b}: JSqlParser takes the left side for names of parameters. */
  private static Expression arrow(TreeConverter tree, LambdaExpression node) {
    String left = node.getIdentifiers().size() == 1 ? node.getIdentifiers().get(0) : "";
    if (!left.matches("\\w+")) {
      tree.misread();
      return new Other(tree.optional(node.getExpression()).stream().toList());
    }
    return new Operation(
        Optional.of(new ColumnName("", "", tree.names().fold(left))),
        "->",
        tree.expression(node.getExpression()));
  }
}
