package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Set;

/** Columns and calls: {@code a.b}, {@code t.*}, {@code s.f(DISTINCT a ORDER BY b) OVER w}. */
final class FunctionRewriter {
  /** Functions whose arguments stand between words. */
  private static final Set<String> WORDED =
      Set.of("EXTRACT", "POSITION", "SUBSTRING", "OVERLAY", "TRIM", "COLLATION", "TREAT");

  private static final Set<String> FRAMES = Set.of("ROWS", "RANGE", "GROUPS");

  private final Rewriting rewriting;

  FunctionRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Reads names with dots, and what is called by them. */
  Operand call() {
    SqlToken word = rewriting.at;
    SqlToken before = word.previous;
    rewriting.names();
    if (rewriting.at.type == PostgresLexer.DOT && rewriting.at.next.isOperator("*")) {
      rewriting.next();
      rewriting.next();
    } else if (rewriting.seesOpen()) {
      arguments(word);
    } else if (Rewriting.isWord(word, "collation") && rewriting.sees("FOR")) {
      rewriting.drop();
      arguments(word);
    }
    return new Operand(before.next, rewriting.at.previous, Operand.PRIMARY);
  }

  private void arguments(SqlToken word) {
    SqlToken open = rewriting.next();
    SqlToken close = open.match;
    boolean qualified = open.previous.previous.type == PostgresLexer.DOT;
    if (close == null) {
      return;
    }
    boolean worded = rewriting.on(RewriteRule.FUNCTION_SYNTAX) && Rewriting.isOneOf(word, WORDED);
    if (!qualified && worded) {
      worded(word, close);
    } else if (!qualified && rewriting.documents.isOne(word)) {
      rewriting.documents.arguments(close);
    } else {
      plain(close);
    }
    rewriting.at = close.next;
    suffixes(open, close);
  }

  private void plain(SqlToken close) {
    if (rewriting.on(RewriteRule.ARGUMENT_WORDS)) {
      rewriting.drop("ALL");
    }
    rewriting.eat("DISTINCT");
    while (rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      if (!orderBy()) {
        argument();
        rewriting.eatComma();
      }
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
  }

  private boolean orderBy() {
    if (!rewriting.sees("ORDER")) {
      return false;
    }
    rewriting.clauses.orderBy();
    return true;
  }

  /** An argument, its name and VARIADIC dropped; a query for those that take one. */
  void argument() {
    if (rewriting.on(RewriteRule.ARGUMENT_WORDS)) {
      boolean named =
          rewriting.at.next.isOperator("=>")
              || rewriting.at.next.type == PostgresLexer.COLON_EQUALS;
      if (rewriting.sees("variadic")) {
        rewriting.drop();
      } else if (named) {
        rewriting.drop();
        rewriting.drop();
      }
    }
    rewriting.expressions.expression();
  }

  /** {@code (a FROM b FOR c)} and so on: the words become commas. */
  private void worded(SqlToken word, SqlToken close) {
    if (Rewriting.isWord(word, "treat")) {
      rewriting.expressions.value();
      SqlToken as = rewriting.at;
      rewriting.at = close;
      rewriting.dropFrom(as);
      return;
    }
    Set<String> trims = Set.of("BOTH", "LEADING", "TRAILING");
    if (Rewriting.isOneOf(rewriting.at, trims)) {
      rewriting.drop();
    }
    rewriting.drop("FROM");
    if (Rewriting.isWord(word, "extract") && extract()) {
      return;
    }
    int minimum = takesConditions(word, close) ? 0 : Operand.OPERATOR;
    while (rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      rewriting.expressions.expression(minimum);
      separator();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
  }

  /** {@code EXTRACT(year FROM a)} is known as it stands. */
  private boolean extract() {
    boolean field = (rewriting.at.isWord() || rewriting.at.isName()) && !rewriting.seesOpen();
    if (!field || !Rewriting.isWord(rewriting.at.next, "FROM")) {
      return false;
    }
    TokenList.replace(rewriting.at.previous.previous, PostgresLexer.WORD, "extract");
    rewriting.next();
    rewriting.next();
    rewriting.expressions.value();
    return true;
  }

  /** IN of POSITION and SIMILAR of SUBSTRING are no operators. */
  private boolean takesConditions(SqlToken word, SqlToken close) {
    if (Rewriting.isWord(word, "position")) {
      return false;
    }
    SqlToken token = rewriting.at;
    while (token != close && !token.isEnd() && !token.is("SIMILAR")) {
      SqlToken match = token.match;
      token = token.isOpen() && match != null ? match.next : token.next;
    }
    return token == close;
  }

  private void separator() {
    Set<String> words = Set.of("FROM", "FOR", "IN", "PLACING", "SIMILAR", "ESCAPE");
    if (Rewriting.isOneOf(rewriting.at, words)) {
      rewriting.drop();
      rewriting.put(PostgresLexer.COMMA, ",");
    } else {
      rewriting.eatComma();
    }
  }

  /** WITHIN GROUP, FILTER and OVER. */
  private void suffixes(SqlToken open, SqlToken close) {
    if (rewriting.sees("within", "GROUP")) {
      withinGroup(open, close);
    }
    if (rewriting.sees("filter") && rewriting.at.next.isOpen()) {
      rewriting.next();
      SqlToken end = rewriting.next().match;
      rewriting.eat("WHERE");
      rewriting.expressions.expression();
      if (end != null) {
        rewriting.at = end.next;
      }
    }
    boolean nulls =
        (rewriting.sees("ignore") || rewriting.sees("respect"))
            && Rewriting.isWord(rewriting.at.next, "NULLS");
    if (nulls) {
      rewriting.drop();
      rewriting.drop();
    }
    if (rewriting.sees("OVER")) {
      rewriting.next();
      if (rewriting.seesOpen()) {
        window();
      } else {
        rewriting.name();
      }
    }
  }

  private void withinGroup(SqlToken open, SqlToken close) {
    SqlToken within = rewriting.next();
    rewriting.next();
    SqlToken group = rewriting.at;
    SqlToken end = group.match;
    if (!rewriting.seesOpen() || end == null) {
      return;
    }
    rewriting.next();
    orderBy();
    rewriting.at = end.next;
    if (!rewriting.on(RewriteRule.WITHIN_GROUP)) {
      return;
    }
    if (open.next == close) {
      TokenList.insertBefore(close, PostgresLexer.WORD, "NULL");
    }
    TokenList.move(group.next, end.previous, close);
    TokenList.remove(within, group);
    TokenList.remove(end);
  }

  /** A window in parentheses: {@code (w PARTITION BY a ORDER BY b ROWS ...)}. */
  void window() {
    SqlToken open = rewriting.next();
    SqlToken close = open.match;
    if (close == null) {
      return;
    }
    if (isWindowName()) {
      baseWindow(open, close);
    }
    if (rewriting.sees("PARTITION", "BY")) {
      rewriting.next();
      rewriting.next();
      do {
        rewriting.expressions.condition();
      } while (rewriting.eatComma());
    }
    orderBy();
    SqlToken frame = rewriting.at;
    rewriting.at = close;
    if (rewriting.on(RewriteRule.WINDOW_FRAMES)) {
      rewriting.dropFrom(frame);
    }
    rewriting.at = close.next;
  }

  private boolean isWindowName() {
    SqlToken at = rewriting.at;
    return at.isName() && !(Rewriting.isOneOf(at, FRAMES) && !at.next.isClosing());
  }

  private void baseWindow(SqlToken open, SqlToken close) {
    if (!rewriting.on(RewriteRule.WINDOW_NAMES)) {
      rewriting.next();
      return;
    }
    boolean alone = rewriting.at.next == close && Rewriting.isWord(open.previous, "OVER");
    if (alone) {
      rewriting.name();
      TokenList.remove(open);
      TokenList.remove(close);
      return;
    }
    rewriting.drop();
  }
}
