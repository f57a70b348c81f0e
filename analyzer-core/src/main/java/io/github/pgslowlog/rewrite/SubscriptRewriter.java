package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;

/** {@code a[1]}, {@code a[1:2]} and {@code (a).b}. */
final class SubscriptRewriter {
  private final Rewriting rewriting;
  private final ExpressionRewriter expressions;

  SubscriptRewriter(Rewriting rewriting, ExpressionRewriter expressions) {
    this.rewriting = rewriting;
    this.expressions = expressions;
  }

  /** Reads one subscript. */
  Operand subscript(Operand array) {
    SqlToken open = rewriting.next();
    SqlToken close = open.match;
    if (close == null) {
      return array;
    }
    boolean lower = bound();
    boolean slice = rewriting.at.type == PostgresLexer.COLON;
    boolean upper = slice && upper(lower);
    rewriting.at = close.next;
    if (!rewriting.on(RewriteRule.SUBSCRIPTS)) {
      return new Operand(array.first, close, Operand.PRIMARY);
    }
    if (!lower && !upper) {
      TokenList.remove(open, close);
      return array;
    }
    if (!isParenthesized(array)) {
      array.wrap();
    }
    return new Operand(array.first, close, Operand.PRIMARY);
  }

  private boolean bound() {
    boolean written =
        rewriting.at.type != PostgresLexer.COLON
            && rewriting.at.type != PostgresLexer.RIGHT_BRACKET;
    if (written) {
      expressions.condition();
    }
    return written;
  }

  /** The colon goes, or becomes another pair of brackets. */
  private boolean upper(boolean lower) {
    SqlToken colon = rewriting.next();
    boolean upper = bound();
    if (rewriting.on(RewriteRule.SUBSCRIPTS)) {
      if (lower && upper) {
        TokenList.insertBefore(colon, PostgresLexer.RIGHT_BRACKET, "]");
        TokenList.insertBefore(colon, PostgresLexer.LEFT_BRACKET, "[");
      }
      TokenList.remove(colon);
    }
    return upper;
  }

  private static boolean isParenthesized(Operand operand) {
    return operand.first.isOpen() && operand.last.isClosing();
  }

  /** Reads {@code .name} or {@code .*} behind a bracket. */
  Operand field(Operand row) {
    SqlToken dot = rewriting.next();
    if (rewriting.at.isOperator("*")) {
      return all(row, dot, rewriting.next());
    }
    if (!isParenthesized(row) || row.first.match != row.last) {
      expressions.require(row, Operand.PRIMARY + 1);
    }
    SqlToken name = rewriting.name();
    Operand field = new Operand(row.first, name, Operand.PRIMARY);
    boolean goesOn =
        rewriting.at.type == PostgresLexer.DOT || rewriting.at.type == PostgresLexer.LEFT_BRACKET;
    if (goesOn && rewriting.on(RewriteRule.FIELDS)) {
      field.wrap();
    }
    return field;
  }

  /** {@code (t).*} is {@code t.*}; of others than calls only the row itself is kept. */
  private Operand all(Operand row, SqlToken dot, SqlToken star) {
    SqlToken open = row.first;
    SqlToken close = row.last;
    Operand all = new Operand(open, star, Operand.PRIMARY);
    if (!rewriting.on(RewriteRule.FIELDS) || isCall(open, close)) {
      return all;
    }
    if (isNames(open, close)) {
      all.first = open.next;
      TokenList.remove(open);
      TokenList.remove(close);
      return all;
    }
    TokenList.remove(dot, star);
    return row;
  }

  private static boolean isCall(SqlToken open, SqlToken close) {
    SqlToken inner = close.previous.match;
    return open.match == close && open.next.isName() && inner != null && isNames(open, inner);
  }

  private static boolean isNames(SqlToken open, SqlToken close) {
    SqlToken token = open.next;
    while (token != close
        && !token.isEnd()
        && (token.isName() || token.type == PostgresLexer.DOT)) {
      token = token.next;
    }
    return token == close;
  }
}
