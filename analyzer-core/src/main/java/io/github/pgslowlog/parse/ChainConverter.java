package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.Expression;
import io.github.pgslowlog.syntax.Expression.Like;
import io.github.pgslowlog.syntax.Expression.Operation;
import io.github.pgslowlog.syntax.Expression.Other;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseAnd;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseLeftShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseOr;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseRightShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseXor;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.relational.ContainedBy;
import net.sf.jsqlparser.expression.operators.relational.Contains;
import net.sf.jsqlparser.expression.operators.relational.CosineSimilarity;
import net.sf.jsqlparser.expression.operators.relational.DoubleAnd;
import net.sf.jsqlparser.expression.operators.relational.GeometryDistance;
import net.sf.jsqlparser.expression.operators.relational.Intersects;
import net.sf.jsqlparser.expression.operators.relational.JsonOperator;
import net.sf.jsqlparser.expression.operators.relational.Matches;
import net.sf.jsqlparser.expression.operators.relational.RegExpMatchOperator;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Operators that bind tighter than comparisons, grouped as PostgreSQL groups them.
 *
 * <p>JSqlParser gives them levels of its own: {@code a || b + c} is {@code (a || b) + c} there. So
 * the tree is taken apart to operands and operators in the order of the text, as far as there are
 * no parentheses, and put together by the levels of PostgreSQL (manual: Operator Precedence), all
 * of them from left to right:
 *
 * <table>
 *   <caption>Levels, the tightest first</caption>
 *   <tr><td>unary minus and plus</td></tr>
 *   <tr><td>{@code ^}</td></tr>
 *   <tr><td>{@code * / %}</td></tr>
 *   <tr><td>{@code + -}</td></tr>
 *   <tr><td>all others, also as a prefix</td></tr>
 * </table>
 *
 * <p>Without recursion along a chain: chains are thousands of operators long.
 */
final class ChainConverter {
  private static final Set<Class<? extends BinaryExpression>> CHAINED =
      Set.of(
          Addition.class,
          Subtraction.class,
          Multiplication.class,
          Division.class,
          Modulo.class,
          Concat.class,
          BitwiseAnd.class,
          BitwiseOr.class,
          BitwiseXor.class,
          BitwiseLeftShift.class,
          BitwiseRightShift.class,
          JsonOperator.class,
          Matches.class,
          RegExpMatchOperator.class,
          DoubleAnd.class,
          Contains.class,
          ContainedBy.class,
          GeometryDistance.class,
          CosineSimilarity.class,
          Intersects.class);
  private static final String CONCAT = "||";
  private static final String IS = "IS ";
  private static final String IS_NOT = "IS NOT ";
  private static final int OTHER = 1;
  private static final int SIGN = 5;
  private static final Map<String, Integer> LEVELS =
      Map.of("+", 2, "-", 2, "*", 3, "/", 3, "%", 3, "^", 4);
  private static final Map<String, String> LIKES =
      Map.of("~~", "LIKE", "~~*", "ILIKE", "!~~", "LIKE", "!~~*", "ILIKE");

  private final TreeConverter tree;
  private final Deque<Expression> operands = new ArrayDeque<>();
  private final Deque<Operator> operators = new ArrayDeque<>();

  /** An operator of the text; a prefix has no left operand. */
  private record Operator(String text, boolean prefix) {
    int level() {
      boolean sign = prefix && (text.equals("-") || text.equals("+"));
      return sign ? SIGN : prefix ? OTHER : LEVELS.getOrDefault(text, OTHER);
    }
  }

  private ChainConverter(TreeConverter tree) {
    this.tree = tree;
  }

  static void addTo(Conversions conversions) {
    for (Class<? extends BinaryExpression> type : CHAINED) {
      conversions.with(type, ChainConverter::convert);
    }
    conversions.with(JsonExpression.class, ChainConverter::convert);
    conversions.with(SignedExpression.class, ChainConverter::convert);
  }

  private static Expression convert(
      TreeConverter tree, net.sf.jsqlparser.expression.Expression node) {
    return new ChainConverter(tree).regroup(node);
  }

  private Expression regroup(net.sf.jsqlparser.expression.Expression chain) {
    for (Object item : marksResolved(itemsOf(chain))) {
      if (item instanceof Operator operator) {
        add(operator);
      } else {
        operands.push(tree.expression((net.sf.jsqlparser.expression.Expression) item));
      }
    }
    while (!operators.isEmpty()) {
      reduce();
    }
    return pop();
  }

  private void add(Operator operator) {
    while (!operator.prefix()
        && !operators.isEmpty()
        && operators.element().level() >= operator.level()) {
      reduce();
    }
    operators.push(operator);
  }

  private void reduce() {
    Operator operator = operators.pop();
    Expression right = pop();
    if (operator.prefix()) {
      operands.push(new Operation(Optional.empty(), operator.text(), right));
      return;
    }
    operands.push(binary(pop(), operator.text(), right));
  }

  /** An operator, or one of the tests that the rewriter writes as operators. */
  private static Expression binary(Expression left, String operator, Expression right) {
    if (operator.startsWith(IS)) {
      boolean negated = operator.startsWith(IS_NOT);
      String test = operator.substring((negated ? IS_NOT : IS).length());
      return new Expression.Is(left, test, negated);
    }
    Expression made = PredicateConverter.binary(left, operator, right);
    String word = LIKES.get(operator);
    return word != null && made instanceof Operation
        ? new Like(left, word, right, operator.startsWith("!"))
        : made;
  }

  /** The operands, as nodes, and the operators between them, in the order of the text. */
  private static List<Object> itemsOf(net.sf.jsqlparser.expression.Expression chain) {
    List<Object> items = new ArrayList<>();
    Deque<Object> open = new ArrayDeque<>();
    open.push(chain);
    while (!open.isEmpty()) {
      Object item = open.pop();
      if (item instanceof SignedExpression signed) {
        open.push(signed.getExpression());
        open.push(new Operator(String.valueOf(signed.getSign()), true));
      } else if (item instanceof JsonExpression arrows) {
        openArrows(arrows, open);
      } else if (item instanceof BinaryExpression binary && isChained(binary)) {
        open.push(binary.getRightExpression());
        open.push(new Operator(binary.getStringExpression().strip(), false));
        open.push(binary.getLeftExpression());
      } else {
        items.add(item);
      }
    }
    return items;
  }

  private static void openArrows(JsonExpression arrows, Deque<Object> open) {
    List<Map.Entry<net.sf.jsqlparser.expression.Expression, String>> steps = arrows.getIdentList();
    for (int i = steps.size() - 1; i >= 0; i--) {
      open.push(steps.get(i).getKey());
      open.push(new Operator(steps.get(i).getValue(), false));
    }
    open.push(arrows.getExpression());
  }

  private static boolean isChained(BinaryExpression node) {
    return CHAINED.contains(node.getClass());
  }

  /** Puts the operators behind the marks in place: {@code a || "#op k" || b}. */
  private List<Object> marksResolved(List<Object> items) {
    List<Object> resolved = new ArrayList<>(items.size());
    boolean afterMark = false;
    boolean afterConcat = false;
    for (Object item : items) {
      String marked = item instanceof Column column ? mark(column) : null;
      boolean concat = item instanceof Operator operator && operator.text().equals(CONCAT);
      if (marked != null) {
        if (afterConcat) {
          resolved.remove(resolved.size() - 1);
        }
        resolved.add(new Operator(marked, !afterConcat));
      } else if (!concat || !afterMark) {
        resolved.add(item);
      }
      afterConcat = concat && !afterMark;
      afterMark = marked != null;
    }
    return resolved;
  }

  private @Nullable String mark(Column column) {
    return column.getTable() == null ? tree.names().operator(column.getColumnName()) : null;
  }

  private Expression pop() {
    return operands.isEmpty() ? new Other(List.of()) : operands.pop();
  }
}
