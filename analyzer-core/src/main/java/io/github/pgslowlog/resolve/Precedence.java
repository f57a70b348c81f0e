package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.Map;

/**
 * How tightly expressions bind: the higher, the tighter.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE">Operator
 * Precedence</a>.
 */
final class Precedence {
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int IS = 4;
  static final int COMPARISON = 5;
  static final int LIKE = 6;
  static final int OPERATOR = 7;
  static final int COLLATE = 12;
  static final int ATOM = 15;

  private static final int AT_TIME_ZONE = 11;
  private static final int SIGN = 13;
  private static final Map<String, Integer> OPERATORS =
      Map.ofEntries(
          Map.entry("IS DISTINCT FROM", IS),
          Map.entry("IS NOT DISTINCT FROM", IS),
          Map.entry("<", COMPARISON),
          Map.entry(">", COMPARISON),
          Map.entry("=", COMPARISON),
          Map.entry("<=", COMPARISON),
          Map.entry(">=", COMPARISON),
          Map.entry("<>", COMPARISON),
          Map.entry("+", 8),
          Map.entry("-", 8),
          Map.entry("*", 9),
          Map.entry("/", 9),
          Map.entry("%", 9),
          Map.entry("^", 10),
          Map.entry("AT TIME ZONE", AT_TIME_ZONE));

  private Precedence() {}

  static int of(Expression expression) {
    if (expression instanceof Expression.Operation operation) {
      return of(operation);
    }
    if (expression instanceof Expression.Or) {
      return OR;
    }
    if (expression instanceof Expression.And) {
      return AND;
    }
    if (expression instanceof Expression.Not) {
      return NOT;
    }
    if (expression instanceof Expression.Is) {
      return IS;
    }
    if (expression instanceof Expression.Quantified) {
      return OPERATOR;
    }
    boolean like =
        expression instanceof Expression.Like
            || expression instanceof Expression.Between
            || expression instanceof Expression.In;
    if (like) {
      return LIKE;
    }
    return expression instanceof Expression.Collate ? COLLATE : ATOM;
  }

  static int of(Expression.Operation operation) {
    boolean sign = operation.operator().equals("-") || operation.operator().equals("+");
    return operation.left().isEmpty() && sign
        ? SIGN
        : OPERATORS.getOrDefault(operation.operator(), OPERATOR);
  }
}
