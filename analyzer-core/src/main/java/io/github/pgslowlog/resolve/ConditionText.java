package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.List;

/** The text of conditions inside expressions: in CASE, in FILTER, or as an operand. */
final class ConditionText {
  private final ExpressionText expressions;
  private final TextBuilder text;

  ConditionText(ExpressionText expressions, TextBuilder text) {
    this.expressions = expressions;
    this.text = text;
  }

  /** Writes a condition; false if an expression is none. */
  boolean write(Expression expression) {
    if (expression instanceof Expression.And and) {
      joined(and.operands(), " AND ", Precedence.AND);
    } else if (expression instanceof Expression.Or or) {
      joined(or.operands(), " OR ", Precedence.OR);
    } else if (expression instanceof Expression.Not not) {
      text.add("NOT ");
      expressions.operand(not.operand(), Precedence.NOT);
    } else if (expression instanceof Expression.Is is) {
      expressions.operand(is.operand(), Precedence.IS);
      text.add(is.negated() ? " IS NOT " : " IS ").add(is.test());
    } else {
      return comparison(expression);
    }
    return true;
  }

  private void joined(List<Expression> operands, String word, int level) {
    for (int i = 0; i < operands.size() && !text.isFull(); i++) {
      text.add(i == 0 ? "" : word);
      expressions.operand(operands.get(i), level + 1);
    }
  }

  private boolean comparison(Expression expression) {
    if (expression instanceof Expression.Between between) {
      compared(between.operand(), between.negated(), "BETWEEN", between.low());
      text.add(" AND ");
      expressions.operand(between.high(), Precedence.OPERATOR);
    } else if (expression instanceof Expression.In in) {
      compared(in.operand(), in.negated(), "IN", in.set());
    } else if (expression instanceof Expression.Like like) {
      compared(like.operand(), like.negated(), like.word(), like.pattern());
    } else if (expression instanceof Expression.Quantified quantified) {
      expressions.operand(quantified.operand(), Precedence.OPERATOR);
      text.add(" ").add(quantified.operator()).add(quantified.all() ? " ALL " : " ANY ");
      expressions.list("(", List.of(quantified.set()), ")");
    } else if (expression instanceof Expression.Exists) {
      text.add("EXISTS (SELECT ...)");
    } else {
      return false;
    }
    return true;
  }

  private void compared(Expression left, boolean negated, String word, Expression right) {
    expressions.operand(left, Precedence.OPERATOR);
    text.add(negated ? " NOT " : " ").add(word).add(" ");
    expressions.operand(right, Precedence.OPERATOR);
  }
}
