package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.BetweenContext;
import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The operators of a predicate, with PostgreSQL's precedence.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE">Operator
 * Precedence</a>. Higher binds tighter:
 *
 * <table>
 *   <caption>Precedence</caption>
 *   <tr><td>9</td><td>AT TIME ZONE</td></tr>
 *   <tr><td>8</td><td>{@code ^}</td></tr>
 *   <tr><td>7</td><td>{@code * / %}</td></tr>
 *   <tr><td>6</td><td>{@code + -}</td></tr>
 *   <tr><td>5</td><td>all other operators</td></tr>
 *   <tr><td>4</td><td>BETWEEN IN LIKE ILIKE SIMILAR</td></tr>
 *   <tr><td>3</td><td>{@code < > = <= >= <>}</td></tr>
 *   <tr><td>2</td><td>IS</td></tr>
 * </table>
 */
final class OperandReader {
  private static final int LOWEST = 1;
  private static final int IS = 2;
  private static final int COMPARISON = 3;
  private static final int MATCHING = 4;
  private static final int ANY_OPERATOR = 5;
  private static final int SUM = 6;
  private static final int PRODUCT = 7;
  private static final int POWER = 8;
  private static final int TIME_ZONE = 9;

  /** Longer chains of operators stay a list, so that trees stay shallow. */
  private static final int MAX_PIECES = 500;

  private final PieceCursor cursor;
  private final ExpressionReader expressions;
  private final PrimaryReader primaries;

  OperandReader(PieceCursor cursor, ExpressionReader expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.primaries = new PrimaryReader(cursor, expressions);
  }

  /** Reads all pieces. */
  Expression read() {
    boolean negated = false;
    while (cursor.is(SqlSkeleton.NOT)) {
      cursor.skip();
      negated = !negated;
    }
    Expression operand = cursor.size() > MAX_PIECES ? parts() : expression(LOWEST);
    boolean nothing = operand.equals(ExpressionReader.NOTHING);
    return negated && !nothing ? new Expression.Not(operand) : operand;
  }

  private Expression parts() {
    List<Expression> parts = new ArrayList<>();
    while (!cursor.atEnd()) {
      if (power() == 0) {
        parts.add(primaries.read());
      } else if (cursor.is(SqlSkeleton.BETWEEN)) {
        parts.add(low());
      } else {
        cursor.skip();
      }
    }
    parts.removeIf(ExpressionReader.NOTHING::equals);
    return new Expression.Other(parts);
  }

  private Expression expression(int lowest) {
    Expression left = operand();
    int power = power();
    while (power >= lowest && power > 0) {
      left = infix(left, power);
      power = power();
    }
    return left;
  }

  /** An operand with the operators before it. */
  private Expression operand() {
    List<String> prefixes = new ArrayList<>();
    boolean signs = true;
    while (cursor.is(SqlSkeleton.OPERATOR)) {
      String sign = cursor.next().token().getText();
      signs &= sign.equals("-") || sign.equals("+");
      prefixes.add(sign);
    }
    if (prefixes.isEmpty()) {
      return power() > 0 ? ExpressionReader.NOTHING : primaries.read();
    }
    if (prefixes.get(prefixes.size() - 1).equals("*") && cursor.atEnd()) {
      return new Expression.Star("", "");
    }
    Expression operand = signs && power() == 0 ? primaries.read() : expression(SUM);
    for (int i = prefixes.size() - 1; i >= 0; i--) {
      operand = new Expression.Operation(Optional.empty(), prefixes.get(i), operand);
    }
    return operand;
  }

  // --- operators between operands

  /** How tight the operator at hand binds; 0 if none is at hand. */
  private int power() {
    return switch (cursor.type(0)) {
      case SqlSkeleton.IS -> IS;
      case SqlSkeleton.EQUALS -> COMPARISON;
      case SqlSkeleton.LIKE, SqlSkeleton.IN, SqlSkeleton.BETWEEN -> MATCHING;
      case SqlSkeleton.NOT -> isMatching(cursor.type(1)) ? MATCHING : 0;
      case SqlSkeleton.OPERATOR -> power(cursor.token().getText());
      case SqlSkeleton.NAME -> isNullTest() ? IS : 0;
      default -> 0;
    };
  }

  private static boolean isMatching(int type) {
    return type == SqlSkeleton.LIKE || type == SqlSkeleton.IN || type == SqlSkeleton.BETWEEN;
  }

  private boolean isNullTest() {
    return cursor.is(0, SqlSkeleton.NAME, "isnull") || cursor.is(0, SqlSkeleton.NAME, "notnull");
  }

  private static int power(String operator) {
    return switch (operator) {
      case "<", ">", "<=", ">=", "<>", "!=" -> COMPARISON;
      case "+", "-" -> SUM;
      case "*", "/", "%" -> PRODUCT;
      case "^" -> POWER;
      case "AT TIME ZONE" -> TIME_ZONE;
      default -> operator.startsWith("IS ") ? IS : ANY_OPERATOR;
    };
  }

  private Expression infix(Expression left, int power) {
    return switch (cursor.type(0)) {
      case SqlSkeleton.IS -> is(left);
      case SqlSkeleton.NAME -> new Expression.Is(left, "NULL", cursor.next().token().is("notnull"));
      case SqlSkeleton.EQUALS, SqlSkeleton.OPERATOR -> operator(left, power);
      default -> matching(left);
    };
  }

  private Expression operator(Expression left, int power) {
    String text = cursor.next().token().getText();
    String sign = text.equals("!=") ? "<>" : text;
    if (cursor.is(SqlSkeleton.QUANTIFIER)) {
      return quantified(left, sign);
    }
    return switch (sign) {
      case "~~", "!~~" -> like(left, "LIKE", sign.startsWith("!"));
      case "~~*", "!~~*" -> like(left, "ILIKE", sign.startsWith("!"));
      default -> new Expression.Operation(Optional.of(left), sign, expression(power + 1));
    };
  }

  private Expression quantified(Expression left, String operator) {
    boolean all = cursor.next().token().is("ALL");
    return new Expression.Quantified(left, operator, all, primaries.read());
  }

  private Expression matching(Expression left) {
    boolean negated = cursor.is(SqlSkeleton.NOT);
    if (negated) {
      cursor.skip();
    }
    if (cursor.is(SqlSkeleton.BETWEEN)) {
      Expression low = low();
      return new Expression.Between(left, low, expression(ANY_OPERATOR), negated);
    }
    if (cursor.is(SqlSkeleton.IN)) {
      cursor.skip();
      return new Expression.In(left, primaries.set(), negated);
    }
    String word = cursor.next().token().getText();
    if (cursor.is(SqlSkeleton.QUANTIFIER)) {
      return quantified(left, negated ? "NOT " + word : word);
    }
    return like(left, word, negated);
  }

  private Expression low() {
    BetweenContext between = (BetweenContext) cursor.next().context();
    return expressions.pieces(Piece.of(between.piece()));
  }

  private Expression like(Expression left, String word, boolean negated) {
    return new Expression.Like(left, word, expression(ANY_OPERATOR), negated);
  }

  /** {@code IS [NOT] JSON OBJECT WITH UNIQUE KEYS}: the words up to the next operator. */
  private Expression is(Expression left) {
    cursor.skip();
    boolean negated = cursor.is(SqlSkeleton.NOT);
    if (negated) {
      cursor.skip();
    }
    List<String> words = new ArrayList<>();
    while (isTestWord()) {
      words.add(cursor.next().token().getText().toUpperCase(Locale.ROOT));
    }
    String test = words.contains("NORMALIZED") ? "NORMALIZED" : words.isEmpty() ? "" : words.get(0);
    return new Expression.Is(left, test, negated);
  }

  private boolean isTestWord() {
    return cursor.isSimpleName(0)
        || Set.of(SqlSkeleton.CONSTANT, SqlSkeleton.KEYWORD, SqlSkeleton.ARRAY, SqlSkeleton.OPEN)
            .contains(cursor.type(0));
  }
}
