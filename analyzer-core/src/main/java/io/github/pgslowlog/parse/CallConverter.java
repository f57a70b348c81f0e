package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.Call;
import io.github.pgslowlog.syntax.Expression.Case;
import io.github.pgslowlog.syntax.Expression.Field;
import io.github.pgslowlog.syntax.Expression.Operation;
import io.github.pgslowlog.syntax.Expression.Row;
import io.github.pgslowlog.syntax.Expression.Subquery;
import io.github.pgslowlog.syntax.SortItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.MySQLGroupConcat;
import net.sf.jsqlparser.expression.NextValExpression;
import net.sf.jsqlparser.expression.OracleNamedFunctionParameter;
import net.sf.jsqlparser.expression.PostgresNamedFunctionParameter;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.schema.Column;

/** Functions, aggregates, CASE and what is written like a function. */
final class CallConverter {
  private static final Set<String> NORMAL_FORMS = Set.of("nfc", "nfd", "nfkc", "nfkd");

  private CallConverter() {}

  static void addTo(Conversions conversions) {
    conversions
        .with(Function.class, CallConverter::call)
        .with(AnalyticExpression.class, WindowConverter::call)
        .with(CaseExpression.class, CallConverter::caseOf)
        .with(ExtractExpression.class, CallConverter::extract)
        .with(TrimFunction.class, CallConverter::trim)
        .with(MySQLGroupConcat.class, CallConverter::groupConcat)
        .with(NextValExpression.class, (tree, node) -> Call.of("nextval", List.of()))
        .with(TimezoneExpression.class, CallConverter::timezone)
        .with(
            OracleNamedFunctionParameter.class,
            (tree, node) -> tree.expression(node.getExpression()))
        .with(
            PostgresNamedFunctionParameter.class,
            (tree, node) -> tree.expression(node.getExpression()));
  }

  static Expression call(TreeConverter tree, Function node) {
    List<String> names = tree.names().foldAll(node.getMultipartName());
    String name = names.get(names.size() - 1);
    List<Expression> arguments = arguments(tree, node);
    if (name.equals("normalize")) {
      arguments.removeIf(CallConverter::isNormalForm);
    }
    if (names.size() == 1) {
      Optional<Expression> special = special(node.getName(), arguments);
      if (special.isPresent()) {
        return special.get();
      }
    }
    return attribute(
        tree,
        node,
        new Call(
            names.size() == 1 ? "" : names.get(names.size() - 2),
            name,
            arguments,
            node.isDistinct(),
            SortConverter.of(tree, node.getOrderByElements()),
            Optional.empty(),
            Optional.empty()));
  }

  /** What JSqlParser takes for a function and is none. */
  private static Optional<Expression> special(String written, List<Expression> arguments) {
    if (written.equalsIgnoreCase("row")) {
      return Optional.of(new Row(arguments));
    }
    boolean query = arguments.size() == 1 && arguments.get(0) instanceof Subquery;
    if (query && written.equalsIgnoreCase("array")) {
      return Optional.of(arguments.get(0));
    }
    return OperandConverter.isConstant(written)
        ? Optional.of(OperandConverter.constant(written))
        : Optional.empty();
  }

  private static List<Expression> arguments(TreeConverter tree, Function node) {
    List<Expression> arguments = new ArrayList<>(tree.expressions(node.getParameters()));
    if ("name".equalsIgnoreCase(node.getExtraKeyword()) && !arguments.isEmpty()) {
      arguments.remove(0);
    }
    arguments.addAll(tree.expressions(node.getNamedParameters()));
    arguments.addAll(tree.expressions(node.getChainedParameters()));
    if (node.getKeywordArguments() != null) {
      node.getKeywordArguments()
          .forEach(argument -> tree.optional(argument.getExpression()).ifPresent(arguments::add));
    }
    return arguments;
  }

  private static boolean isNormalForm(Expression argument) {
    return argument instanceof Expression.ColumnName column
        && column.table().isEmpty()
        && NORMAL_FORMS.contains(column.name());
  }

  /** {@code f(a).b}. */
  private static Expression attribute(TreeConverter tree, Function node, Expression call) {
    Column column = node.getAttributeColumn();
    if (column == null) {
      return call;
    }
    return new Field(call, tree.names().fold(column.getColumnName()));
  }

  private static Expression caseOf(TreeConverter tree, CaseExpression node) {
    List<Expression> arms = new ArrayList<>();
    for (WhenClause arm : node.getWhenClauses()) {
      arms.add(tree.expression(arm.getWhenExpression()));
      arms.add(tree.expression(arm.getThenExpression()));
    }
    return new Case(
        tree.optional(node.getSwitchExpression()), arms, tree.optional(node.getElseExpression()));
  }

  /** The field first, a word. */
  private static Expression extract(TreeConverter tree, ExtractExpression node) {
    Expression field = new Expression.Constant(node.getName().toLowerCase(Locale.ROOT));
    return Call.of("extract", List.of(field, tree.expression(node.getExpression())));
  }

  /** The text first, then what is cut off. */
  private static Expression trim(TreeConverter tree, TrimFunction node) {
    List<Expression> arguments = new ArrayList<>();
    tree.optional(node.getExpression()).ifPresent(arguments::add);
    int first = node.isUsingFromKeyword() ? 0 : arguments.size();
    tree.optional(node.getFromExpression()).ifPresent(text -> arguments.add(first, text));
    return Call.of("trim", arguments);
  }

  private static Expression groupConcat(TreeConverter tree, MySQLGroupConcat node) {
    List<SortItem> order = SortConverter.of(tree, node.getOrderByElements());
    return new Call(
        "",
        "group_concat",
        tree.expressions(node.getExpressionList()),
        node.isDistinct(),
        order,
        Optional.empty(),
        Optional.empty());
  }

  /** {@code a AT TIME ZONE b AT TIME ZONE c}, which JSqlParser groups from the right. */
  private static Expression timezone(TreeConverter tree, TimezoneExpression node) {
    Expression left = tree.expression(node.getLeftExpression());
    List<net.sf.jsqlparser.expression.Expression> zones = node.getTimezoneExpressions();
    for (int i = 0; i < zones.size(); i++) {
      if (zones.get(i) instanceof TimezoneExpression inner) {
        left = inZone(left, tree.expression(inner.getLeftExpression()));
        for (net.sf.jsqlparser.expression.Expression zone : inner.getTimezoneExpressions()) {
          left = inZone(left, tree.expression(zone));
        }
      } else {
        left = inZone(left, tree.expression(zones.get(i)));
      }
    }
    return left;
  }

  private static Expression inZone(Expression time, Expression zone) {
    return new Operation(Optional.of(time), "AT TIME ZONE", zone);
  }
}
