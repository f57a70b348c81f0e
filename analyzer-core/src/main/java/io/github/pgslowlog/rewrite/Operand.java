package io.github.pgslowlog.rewrite;

/**
 * A part of an expression: a range of tokens, and how tightly it holds together.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE">Operator
 * Precedence</a> and the precedence declarations of PostgreSQL's grammar.
 */
final class Operand {
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int IS = 4;
  static final int COMPARISON = 5;

  /** BETWEEN, IN, LIKE, ILIKE, SIMILAR. */
  static final int PREDICATE = 6;

  /** Any other operator. */
  static final int OPERATOR = 7;

  static final int SUM = 8;
  static final int PRODUCT = 9;
  static final int POWER = 10;
  static final int ZONE = 11;
  static final int COLLATE = 12;
  static final int SIGN = 13;
  static final int CAST = 14;
  static final int PRIMARY = 15;

  SqlToken first;
  SqlToken last;
  int level;

  Operand(SqlToken first, SqlToken last, int level) {
    this.first = first;
    this.last = last;
    this.level = level;
  }

  /** Puts parentheses round it. */
  void wrap() {
    SqlToken[] parentheses = TokenList.wrap(first, last);
    first = parentheses[0];
    last = parentheses[1];
    level = PRIMARY;
  }
}
