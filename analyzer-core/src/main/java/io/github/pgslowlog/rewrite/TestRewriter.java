package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Locale;
import java.util.Set;

/** IS, BETWEEN, IN, LIKE and SIMILAR TO. */
final class TestRewriter {
  private static final Set<String> FORMS = Set.of("NFC", "NFD", "NFKC", "NFKD");
  private static final Set<String> JSON_KINDS = Set.of("VALUE", "SCALAR", "ARRAY", "OBJECT");

  private final Rewriting rewriting;
  private final ExpressionRewriter expressions;

  TestRewriter(Rewriting rewriting, ExpressionRewriter expressions) {
    this.rewriting = rewriting;
    this.expressions = expressions;
  }

  /** {@code IS ...}, ISNULL and NOTNULL. */
  Operand test(Operand left) {
    SqlToken word = rewriting.next();
    expressions.require(left, Operand.OPERATOR);
    if (!word.is("IS")) {
      return isNull(left, word);
    }
    boolean negated = rewriting.eat("NOT");
    if (rewriting.sees("DISTINCT")) {
      rewriting.next();
      rewriting.eat("FROM");
      Operand right = expressions.rightSide(Operand.IS + 1);
      expressions.require(right, Operand.OPERATOR);
      return new Operand(left.first, right.last, Operand.IS);
    }
    SqlToken first = rewriting.next();
    readTest(first);
    if (first.isKeyword() || first.is("unknown") || !rewriting.on(RewriteRule.TESTS)) {
      return new Operand(left.first, rewriting.at.previous, Operand.IS);
    }
    return mark(left, word, first, negated);
  }

  /** ISNULL and NOTNULL. */
  private static Operand isNull(Operand left, SqlToken word) {
    TokenList.insertBefore(word, PostgresLexer.WORD, "IS");
    if (Rewriting.isWord(word, "notnull")) {
      TokenList.insertBefore(word, PostgresLexer.WORD, "NOT");
    }
    SqlToken last = TokenList.replace(word, PostgresLexer.WORD, "NULL");
    return new Operand(left.first, last, Operand.IS);
  }

  /** The words behind the first of a test. */
  private void readTest(SqlToken first) {
    if (Rewriting.isOneOf(first, FORMS)) {
      rewriting.eat("normalized");
    } else if (first.is("json")) {
      if (Rewriting.isOneOf(rewriting.at, JSON_KINDS)) {
        rewriting.next();
      }
      boolean unique = rewriting.sees("WITH", "UNIQUE") || rewriting.sees("without", "UNIQUE");
      if (unique) {
        rewriting.next();
        rewriting.next();
        rewriting.eat("keys");
      }
    }
  }

  private Operand mark(Operand left, SqlToken is, SqlToken first, boolean negated) {
    StringBuilder operator = new StringBuilder(negated ? "IS NOT" : "IS");
    for (SqlToken token = first; token != rewriting.at; token = token.next) {
      operator.append(' ').append(token.text.toUpperCase(Locale.ROOT));
    }
    rewriting.dropFrom(is);
    rewriting.put(PostgresLexer.OPERATOR, "||");
    rewriting.put(PostgresLexer.QUOTED_IDENTIFIER, rewriting.operatorMark(operator.toString()));
    rewriting.put(PostgresLexer.OPERATOR, "||");
    return new Operand(left.first, rewriting.put("NULL"), Operand.OPERATOR);
  }

  /** {@code [NOT] BETWEEN}, {@code IN}, {@code LIKE}, {@code ILIKE}, {@code SIMILAR TO}. */
  Operand predicate(Operand left) {
    expressions.require(left, Operand.OPERATOR);
    rewriting.eat("NOT");
    SqlToken word = rewriting.next();
    Operand right =
        switch (word.text) {
          case "BETWEEN" -> between();
          case "IN" -> in();
          default -> pattern();
        };
    return new Operand(left.first, right.last, Operand.PREDICATE);
  }

  private Operand between() {
    if (!rewriting.eat("symmetric")) {
      rewriting.drop("asymmetric");
    }
    Operand low = expressions.expression(Operand.OPERATOR);
    expressions.require(low, Operand.OPERATOR);
    rewriting.eat("AND");
    Operand high = expressions.expression(Operand.OPERATOR);
    expressions.require(high, Operand.OPERATOR);
    return high;
  }

  private Operand in() {
    return expressions.expression(Operand.PRIMARY);
  }

  private Operand pattern() {
    rewriting.eat("TO");
    Operand right = expressions.rightSide(Operand.OPERATOR);
    expressions.require(right, Operand.OPERATOR);
    return rewriting.eat("escape") ? expressions.expression(Operand.OPERATOR) : right;
  }
}
