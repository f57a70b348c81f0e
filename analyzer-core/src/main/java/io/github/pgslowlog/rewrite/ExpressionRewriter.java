package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Map;
import java.util.Set;

/**
 * Expressions: reads them as PostgreSQL does and marks what JSqlParser would read otherwise.
 *
 * <p>Operator precedence parsing; operands are the matter of {@link PrimaryRewriter}.
 */
final class ExpressionRewriter {
  private static final Map<String, Integer> SYMBOLS =
      Map.ofEntries(
          Map.entry("<", Operand.COMPARISON),
          Map.entry(">", Operand.COMPARISON),
          Map.entry("=", Operand.COMPARISON),
          Map.entry("<=", Operand.COMPARISON),
          Map.entry(">=", Operand.COMPARISON),
          Map.entry("<>", Operand.COMPARISON),
          Map.entry("!=", Operand.COMPARISON),
          Map.entry("+", Operand.SUM),
          Map.entry("-", Operand.SUM),
          Map.entry("*", Operand.PRODUCT),
          Map.entry("/", Operand.PRODUCT),
          Map.entry("%", Operand.PRODUCT),
          Map.entry("^", Operand.POWER),
          Map.entry("=>", 0));

  private static final Map<String, String> LIKE_OPERATORS =
      Map.of("~~", "LIKE", "~~*", "ILIKE", "!~~", "NOT LIKE", "!~~*", "NOT ILIKE");

  private static final Set<String> PREDICATES = Set.of("BETWEEN", "IN", "LIKE", "ILIKE", "SIMILAR");
  private static final Set<String> QUANTIFIERS = Set.of("ANY", "SOME", "ALL");

  /** How deep expressions may nest; canonical text that is deeper is not parsed. */
  private static final int MAX_DEPTH = 2_000;

  private final Rewriting rewriting;
  private final PrimaryRewriter primaries;
  private final TestRewriter tests;
  private int depth;

  ExpressionRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
    this.primaries = new PrimaryRewriter(rewriting, this);
    this.tests = new TestRewriter(rewriting, this);
  }

  /** Reads an expression. */
  Operand expression() {
    return expression(0);
  }

  /** Expressions between commas. */
  void list() {
    do {
      expression();
    } while (rewriting.eatComma());
  }

  /** An expression where JSqlParser takes no condition. */
  void value() {
    require(expression(), Operand.OPERATOR);
  }

  /** An expression where JSqlParser takes no AND and OR. */
  Operand condition() {
    Operand operand = expression();
    require(operand, Operand.NOT);
    return operand;
  }

  /** Reads an expression whose operators bind at least as tightly as a level. */
  Operand expression(int minimum) {
    if (++depth > MAX_DEPTH) {
      throw new TooDeepException();
    }
    Operand left = primaries.operand();
    int level = level();
    while (level > 0 && level >= minimum) {
      left = infix(left, level);
      level = level();
    }
    depth--;
    return left;
  }

  /** Puts parentheses round an operand that does not hold together tightly enough. */
  void require(Operand operand, int level) {
    if (operand.level < level && rewriting.on(RewriteRule.PRECEDENCE)) {
      operand.wrap();
    }
  }

  private int level() {
    SqlToken at = rewriting.at;
    if (at.isOperator()) {
      return SYMBOLS.getOrDefault(at.text, Operand.OPERATOR);
    }
    return at.isWord() ? levelOfWord(at) : 0;
  }

  private static int levelOfWord(SqlToken at) {
    return switch (at.text) {
      case "OR" -> Operand.OR;
      case "AND" -> Operand.AND;
      case "IS", "isnull", "ISNULL", "notnull", "NOTNULL" -> Operand.IS;
      case "BETWEEN", "IN", "LIKE", "ILIKE", "SIMILAR" -> Operand.PREDICATE;
      case "NOT" -> Rewriting.isOneOf(at.next, PREDICATES) ? Operand.PREDICATE : 0;
      case "COLLATE" -> Operand.COLLATE;
      case "at", "AT" -> isZone(at) ? Operand.ZONE : 0;
      case "overlaps", "OVERLAPS" -> at.next.isOpen() || at.next.is("row") ? Operand.COMPARISON : 0;
      case "operator", "OPERATOR" -> at.next.isOpen() ? levelOfNamed(at) : 0;
      default -> 0;
    };
  }

  private static boolean isZone(SqlToken at) {
    return Rewriting.isWord(at.next, "time") && Rewriting.isWord(at.next.next, "zone")
        || Rewriting.isWord(at.next, "local");
  }

  /** {@code OPERATOR(...)} has one precedence whatever is inside. */
  private static int levelOfNamed(SqlToken at) {
    SqlToken close = at.next.match;
    return close != null && close.previous.isOperator() ? Operand.OPERATOR : 0;
  }

  private Operand infix(Operand left, int level) {
    return switch (level) {
      case Operand.OR, Operand.AND -> conjunction(left, level);
      case Operand.IS -> tests.test(left);
      case Operand.COMPARISON -> comparison(left);
      case Operand.PREDICATE -> tests.predicate(left);
      case Operand.OPERATOR -> operator(left);
      case Operand.ZONE -> zone(left);
      case Operand.COLLATE -> collate(left);
      default -> arithmetic(left, level);
    };
  }

  private Operand conjunction(Operand left, int level) {
    rewriting.next();
    Operand right = expression(level + 1);
    return new Operand(left.first, right.last, level);
  }

  /** JSqlParser gives + and ||, and * and ^, one precedence, from left to right. */
  private Operand arithmetic(Operand left, int level) {
    rewriting.next();
    Operand right = expression(level + 1);
    require(left, level);
    require(right, level == Operand.SUM ? Operand.PRODUCT : Operand.ZONE);
    return new Operand(left.first, right.last, level);
  }

  private Operand comparison(Operand left) {
    rewriting.next();
    Operand right = rightSide(Operand.COMPARISON + 1);
    require(left, Operand.OPERATOR);
    require(right, Operand.OPERATOR);
    return new Operand(left.first, right.last, Operand.COMPARISON);
  }

  /** What stands right of an operator, ANY and ALL included. */
  Operand rightSide(int minimum) {
    boolean quantified = Rewriting.isOneOf(rewriting.at, QUANTIFIERS) && rewriting.at.next.isOpen();
    return quantified ? primaries.quantified() : expression(minimum);
  }

  private Operand operator(Operand left) {
    SqlToken operator = rewriting.next();
    if (!operator.isOperator()) {
      operator = named(operator);
    }
    String like = LIKE_OPERATORS.get(operator.text);
    if (like != null && rewriting.on(RewriteRule.LIKE_OPERATORS)) {
      TokenList.replace(operator, PostgresLexer.WORD, like);
      return comparison(left, Operand.PREDICATE);
    }
    int level = SYMBOLS.getOrDefault(operator.text, Operand.OPERATOR);
    if (level != Operand.OPERATOR) {
      return comparison(left, level);
    }
    mark(operator);
    Operand right = rightSide(Operand.OPERATOR + 1);
    require(left, Operand.OPERATOR);
    require(right, Operand.PRODUCT);
    return new Operand(left.first, right.last, Operand.OPERATOR);
  }

  /** An operator that JSqlParser gives another precedence than it has here. */
  private Operand comparison(Operand left, int level) {
    Operand right = rightSide(Operand.OPERATOR + 1);
    require(left, Math.max(level + 1, Operand.OPERATOR));
    require(right, Math.max(level + 1, Operand.OPERATOR));
    return new Operand(left.first, right.last, level);
  }

  /** {@code OPERATOR ( schema . = )}: the operator alone. */
  private SqlToken named(SqlToken word) {
    SqlToken close = rewriting.at.match;
    if (close == null || !rewriting.on(RewriteRule.NAMED_OPERATORS)) {
      rewriting.skipGroup();
      return word;
    }
    String symbol = close.previous.text;
    TokenList.remove(word, close);
    rewriting.at = close.next;
    return TokenList.insertBefore(rewriting.at, PostgresLexer.OPERATOR, symbol);
  }

  private void mark(SqlToken operator) {
    if (operator.text.equals("||") || !rewriting.on(RewriteRule.OPERATORS)) {
      return;
    }
    TokenList.insertBefore(operator, PostgresLexer.OPERATOR, "||");
    TokenList.insertBefore(
        operator, PostgresLexer.QUOTED_IDENTIFIER, rewriting.operatorMark(operator.text));
    TokenList.replace(operator, PostgresLexer.OPERATOR, "||");
  }

  private Operand zone(Operand left) {
    rewriting.next();
    if (rewriting.sees("local")) {
      return local(left);
    }
    rewriting.next();
    rewriting.next();
    Operand right = expression(Operand.ZONE + 1);
    require(left, Operand.CAST);
    require(right, Operand.PRIMARY);
    return new Operand(left.first, right.last, Operand.ZONE);
  }

  private Operand local(Operand left) {
    SqlToken last = rewriting.next();
    if (rewriting.on(RewriteRule.AT_LOCAL)) {
      TokenList.insertBefore(last, PostgresLexer.WORD, "time");
      TokenList.insertBefore(last, PostgresLexer.WORD, "zone");
      last = TokenList.replace(last, PostgresLexer.WORD, "NULL");
    }
    require(left, Operand.CAST);
    return new Operand(left.first, last, Operand.ZONE);
  }

  private Operand collate(Operand left) {
    rewriting.next();
    rewriting.names();
    require(left, Operand.PRIMARY);
    return new Operand(left.first, rewriting.at.previous, Operand.COLLATE);
  }
}
