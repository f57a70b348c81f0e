package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.And;
import io.github.pgslowlog.syntax.Expression.Call;
import io.github.pgslowlog.syntax.Expression.Is;
import io.github.pgslowlog.syntax.Expression.Like;
import io.github.pgslowlog.syntax.Expression.Not;
import io.github.pgslowlog.syntax.Expression.Operation;
import io.github.pgslowlog.syntax.Expression.Or;
import io.github.pgslowlog.syntax.Expression.Quantified;
import io.github.pgslowlog.syntax.Expression.Row;
import io.github.pgslowlog.syntax.Expression.Subquery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.OverlapsCondition;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.IsUnknownExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.SimilarToExpression;
import net.sf.jsqlparser.statement.select.Select;

/** Comparisons, tests, and what joins them. */
final class PredicateConverter {
  private static final Set<String> QUANTIFIERS = Set.of("any", "some", "all");

  private PredicateConverter() {}

  static void addTo(Conversions conversions) {
    conversions
        .with(AndExpression.class, PredicateConverter::and)
        .with(OrExpression.class, PredicateConverter::or)
        .with(NotExpression.class, (tree, node) -> new Not(tree.expression(node.getExpression())))
        .with(EqualsTo.class, PredicateConverter::comparison)
        .with(NotEqualsTo.class, PredicateConverter::comparison)
        .with(GreaterThan.class, PredicateConverter::comparison)
        .with(GreaterThanEquals.class, PredicateConverter::comparison)
        .with(MinorThan.class, PredicateConverter::comparison)
        .with(MinorThanEquals.class, PredicateConverter::comparison)
        .with(BinaryExpression.class, PredicateConverter::comparison)
        .with(IsDistinctExpression.class, PredicateConverter::distinct)
        .with(OverlapsCondition.class, PredicateConverter::overlaps)
        .with(AnyComparisonExpression.class, PredicateConverter::quantifier)
        .with(LikeExpression.class, PredicateConverter::like)
        .with(SimilarToExpression.class, PredicateConverter::similar)
        .with(Between.class, PredicateConverter::between)
        .with(InExpression.class, PredicateConverter::in)
        .with(ExistsExpression.class, PredicateConverter::exists)
        .with(IsNullExpression.class, PredicateConverter::isNull)
        .with(IsBooleanExpression.class, PredicateConverter::isBoolean)
        .with(IsUnknownExpression.class, PredicateConverter::isUnknown);
  }

  private static Expression and(TreeConverter tree, AndExpression node) {
    List<Expression> operands = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression term : terms(node, AndExpression.class)) {
      Expression operand = tree.expression(term);
      operands.addAll(operand instanceof And inner ? inner.operands() : List.of(operand));
    }
    return new And(operands);
  }

  private static Expression or(TreeConverter tree, OrExpression node) {
    List<Expression> operands = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression term : terms(node, OrExpression.class)) {
      Expression operand = tree.expression(term);
      operands.addAll(operand instanceof Or inner ? inner.operands() : List.of(operand));
    }
    return new Or(operands);
  }

  /** The terms of a chain, left to right; chains are thousands deep, so without recursion. */
  private static List<net.sf.jsqlparser.expression.Expression> terms(
      BinaryExpression chain, Class<? extends BinaryExpression> type) {
    List<net.sf.jsqlparser.expression.Expression> terms = new ArrayList<>();
    Deque<net.sf.jsqlparser.expression.Expression> open = new ArrayDeque<>();
    open.push(chain);
    while (!open.isEmpty()) {
      net.sf.jsqlparser.expression.Expression node = open.pop();
      if (type.isInstance(node)) {
        open.push(((BinaryExpression) node).getRightExpression());
        open.push(((BinaryExpression) node).getLeftExpression());
      } else {
        terms.add(node);
      }
    }
    return terms;
  }

  private static Expression comparison(TreeConverter tree, BinaryExpression node) {
    String operator = node.getStringExpression().replace(" ", "");
    return binary(
        tree.expression(node.getLeftExpression()),
        operator.equals("!=") ? "<>" : operator,
        tree.expression(node.getRightExpression()));
  }

  /** An operator, or its use with ANY or ALL. */
  static Expression binary(Expression left, String operator, Expression right) {
    if (isQuantifier(right)) {
      Call quantifier = (Call) right;
      boolean all = quantifier.name().equals("all");
      return new Quantified(left, operator, all, quantifier.arguments().get(0));
    }
    return new Operation(Optional.of(left), operator, right);
  }

  /** {@code ANY (...)}: JSqlParser takes it for a function, the word is reserved. */
  private static boolean isQuantifier(Expression right) {
    return right instanceof Call call
        && call.schema().isEmpty()
        && QUANTIFIERS.contains(call.name())
        && call.arguments().size() == 1;
  }

  private static Expression quantifier(TreeConverter tree, AnyComparisonExpression node) {
    String word = node.getAnyType() == AnyType.ALL ? "all" : "any";
    return Call.of(word, List.of(new Subquery(tree.query(node.getSelect()))));
  }

  private static Expression distinct(TreeConverter tree, IsDistinctExpression node) {
    return new Operation(
        Optional.of(tree.expression(node.getLeftExpression())),
        node.isNot() ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM",
        tree.expression(node.getRightExpression()));
  }

  private static Expression overlaps(TreeConverter tree, OverlapsCondition node) {
    return new Operation(
        Optional.of(new Row(tree.expressions(node.getLeft()))),
        "OVERLAPS",
        new Row(tree.expressions(node.getRight())));
  }

  private static Expression like(TreeConverter tree, LikeExpression node) {
    String word = node.getLikeKeyWord().name().replace('_', ' ').toUpperCase(Locale.ROOT);
    Expression left = tree.expression(node.getLeftExpression());
    String operator = node.isNot() ? "NOT " + word : word;
    Expression pattern = pattern(tree, node);
    return isQuantifier(pattern)
        ? binary(left, operator, pattern)
        : new Like(left, word, pattern, node.isNot());
  }

  /** With an ESCAPE that is no value as PostgreSQL has it: a function of both. */
  private static Expression pattern(TreeConverter tree, LikeExpression node) {
    Expression pattern = tree.expression(node.getRightExpression());
    return tree.optional(node.getEscape())
        .filter(escape -> !(escape instanceof Expression.Value))
        .<Expression>map(escape -> Call.of("like_escape", List.of(pattern, escape)))
        .orElse(pattern);
  }

  private static Expression similar(TreeConverter tree, SimilarToExpression node) {
    return new Like(
        tree.expression(node.getLeftExpression()),
        "SIMILAR TO",
        tree.expression(node.getRightExpression()),
        node.isNot());
  }

  private static Expression between(TreeConverter tree, Between node) {
    return new Expression.Between(
        tree.expression(node.getLeftExpression()),
        tree.expression(node.getBetweenExpressionStart()),
        tree.expression(node.getBetweenExpressionEnd()),
        node.isNot());
  }

  private static Expression in(TreeConverter tree, InExpression node) {
    return new Expression.In(
        tree.expression(node.getLeftExpression()),
        elements(tree, node.getRightExpression()),
        node.isNot());
  }

  private static Expression elements(
      TreeConverter tree, net.sf.jsqlparser.expression.Expression set) {
    if (set instanceof Select select) {
      return new Subquery(tree.query(select));
    }
    if (set instanceof ParenthesedExpressionList<?> list) {
      return new Row(tree.expressions(list));
    }
    return new Row(List.of(tree.expression(set)));
  }

  private static Expression exists(TreeConverter tree, ExistsExpression node) {
    Expression exists =
        node.getRightExpression() instanceof Select select
            ? new Expression.Exists(tree.query(select))
            : new Expression.Other(List.of(tree.expression(node.getRightExpression())));
    return node.isNot() ? new Not(exists) : exists;
  }

  private static Expression isNull(TreeConverter tree, IsNullExpression node) {
    boolean negated = node.isNot() || node.isUseNotNull();
    return new Is(tree.expression(node.getLeftExpression()), "NULL", negated);
  }

  private static Expression isBoolean(TreeConverter tree, IsBooleanExpression node) {
    String test = node.isTrue() ? "TRUE" : "FALSE";
    return new Is(tree.expression(node.getLeftExpression()), test, node.isNot());
  }

  private static Expression isUnknown(TreeConverter tree, IsUnknownExpression node) {
    return new Is(tree.expression(node.getLeftExpression()), "UNKNOWN", node.isNot());
  }
}
