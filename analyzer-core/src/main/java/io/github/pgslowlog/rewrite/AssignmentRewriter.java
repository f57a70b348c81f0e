package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayList;
import java.util.List;

/** SET of UPDATE, of MERGE and of ON CONFLICT. */
final class AssignmentRewriter {
  private final Rewriting rewriting;

  AssignmentRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Reads SET and its assignments. */
  void set() {
    SqlToken word = rewriting.next();
    do {
      boolean first = rewriting.at.previous == word;
      if (rewriting.seesOpen() && rewriting.on(RewriteRule.SET_ROW)) {
        row(first);
      } else {
        one();
      }
    } while (rewriting.eatComma());
  }

  private void one() {
    if (rewriting.seesOpen()) {
      rewriting.writes.targets();
    } else {
      rewriting.writes.target();
    }
    if (rewriting.at.isOperator("=")) {
      rewriting.next();
    }
    rewriting.expressions.expression();
  }

  /** {@code (a, b) = ...}. */
  private void row(boolean first) {
    SqlToken open = rewriting.at;
    SqlToken close = open.match;
    rewriting.writes.targets();
    if (close == null || !rewriting.at.isOperator("=")) {
      return;
    }
    SqlToken equals = rewriting.next();
    List<SqlToken> columns = columns(open, close);
    if (rewriting.sees("row") && rewriting.at.next.isOpen()) {
      rewriting.drop();
    }
    SqlToken values = rewriting.at;
    if (values.isOpen() && !PrimaryRewriter.isQuery(values) && endsAssignment(values)) {
      literal(open, columns, equals);
      return;
    }
    Operand value = rewriting.expressions.expression();
    if (!first || !(value.first.isOpen() && value.first.match == value.last)) {
      firstTakesAll(open, columns);
    }
  }

  private static List<SqlToken> columns(SqlToken open, SqlToken close) {
    List<SqlToken> columns = new ArrayList<>();
    for (SqlToken token = open.next; token != close && !token.isEnd(); token = token.next) {
      if (token.type != PostgresLexer.COMMA) {
        columns.add(token);
      }
    }
    return columns;
  }

  /** Whether nothing follows a row that goes on with it, as a cast or a field does. */
  private static boolean endsAssignment(SqlToken open) {
    SqlToken close = open.match;
    SqlToken behind = close == null ? open : close.next;
    return behind.type == PostgresLexer.COMMA
        || behind.isKeyword()
        || behind.isEnd()
        || behind.isClosing();
  }

  /** {@code (a, b) = (c, d)} becomes {@code a = c, b = d}. */
  private void literal(SqlToken open, List<SqlToken> columns, SqlToken equals) {
    SqlToken values = rewriting.next();
    SqlToken end = values.match;
    List<Operand> elements = new ArrayList<>();
    while (rewriting.at != end && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      elements.add(rewriting.expressions.expression());
      rewriting.eatComma();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    rewriting.next();
    if (elements.size() != columns.size() || end == null || elements.isEmpty()) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        TokenList.insertBefore(open, PostgresLexer.COMMA, ",");
      }
      TokenList.move(columns.get(i), columns.get(i), open);
      TokenList.insertBefore(open, equals.type, equals.text);
      TokenList.move(elements.get(i).first, elements.get(i).last, open);
    }
    TokenList.remove(open, end);
  }

  /** {@code (a, b) = f(c)} becomes {@code a = f(c), b = DEFAULT}. */
  private void firstTakesAll(SqlToken open, List<SqlToken> columns) {
    SqlToken close = open.match;
    if (columns.isEmpty() || close == null) {
      return;
    }
    SqlToken behind = rewriting.at;
    for (SqlToken column : columns.subList(1, columns.size())) {
      TokenList.insertBefore(behind, PostgresLexer.COMMA, ",");
      TokenList.move(column, column, behind);
      TokenList.insertBefore(behind, PostgresLexer.OPERATOR, "=");
      TokenList.insertBefore(behind, PostgresLexer.WORD, "DEFAULT");
    }
    TokenList.move(columns.get(0), columns.get(0), open);
    TokenList.remove(open, close);
  }
}
