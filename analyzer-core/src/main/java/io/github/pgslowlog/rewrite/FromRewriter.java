package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.List;
import java.util.Set;

/** The elements of FROM and USING, and the joins between them. */
final class FromRewriter {
  private static final Set<String> JOIN_WORDS =
      Set.of("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL");

  /** Key words that PostgreSQL takes as an alias, too. */
  private static final Set<String> ALIAS_KEYWORDS =
      Set.of(
          "BEGIN",
          "BY",
          "COMMIT",
          "CONFLICT",
          "DELETE",
          "INSERT",
          "MERGE",
          "NULLS",
          "PARTITION",
          "ROLLBACK",
          "UPDATE");

  private static final int MAX_DEPTH = 300;

  private final Rewriting rewriting;
  private int depth;

  FromRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Reads elements between commas. */
  void list() {
    do {
      SqlToken first = rewriting.at.previous;
      boolean joined = joins();
      if (joined && isUsing(first) && rewriting.on(RewriteRule.USING_JOIN)) {
        TokenList.wrap(first.next, rewriting.at.previous);
      }
    } while (rewriting.eatComma());
  }

  /** Whether the element stands in USING of DELETE or MERGE, which take no joins. */
  private static boolean isUsing(SqlToken before) {
    SqlToken token = before;
    return token.is("USING") || token.type == PostgresLexer.COMMA && isUsingList(token);
  }

  private static boolean isUsingList(SqlToken comma) {
    SqlToken token = comma;
    while (!token.isEnd() && !token.is("FROM")) {
      if (token.is("USING")) {
        return true;
      }
      token = token.isClosing() && token.match != null ? token.match.previous : token.previous;
    }
    return false;
  }

  /** Reads an element with its joins; returns whether there are any. */
  boolean joins() {
    if (++depth > MAX_DEPTH) {
      throw new TooDeepException();
    }
    item();
    boolean joined = false;
    while (Rewriting.isOneOf(rewriting.at, JOIN_WORDS)) {
      joined = true;
      join();
    }
    depth--;
    return joined;
  }

  private void join() {
    boolean qualified = true;
    while (!rewriting.sees("JOIN") && !rewriting.at.isEnd()) {
      qualified &= !rewriting.sees("CROSS") && !rewriting.sees("NATURAL");
      if (!Rewriting.isOneOf(
          rewriting.next(),
          Set.of("CROSS", "NATURAL", "INNER", "LEFT", "RIGHT", "FULL", "OUTER"))) {
        return;
      }
    }
    rewriting.eat("JOIN");
    SqlToken before = rewriting.at.previous;
    item();
    if (!qualified) {
      return;
    }
    boolean nested = false;
    while (Rewriting.isOneOf(rewriting.at, JOIN_WORDS)) {
      nested = true;
      join();
    }
    if (nested && rewriting.on(RewriteRule.JOIN_NESTING)) {
      TokenList.wrap(before.next, rewriting.at.previous);
    }
    condition();
  }

  private void condition() {
    if (rewriting.eat("ON")) {
      rewriting.expressions.expression();
    } else if (rewriting.eat("USING") && rewriting.seesOpen()) {
      rewriting.nameList();
      if (rewriting.sees("AS") && rewriting.on(RewriteRule.JOIN_ALIAS)) {
        rewriting.drop();
        rewriting.drop();
      }
    }
  }

  private void item() {
    rewriting.eat("LATERAL");
    if (rewriting.seesOpen()) {
      parentheses();
    } else if (rewriting.sees("rows", "FROM") && rewriting.at.next.next.isOpen()) {
      rowsFrom();
    } else {
      tableOrFunction();
    }
    if (rewriting.sees("WITH") && Rewriting.isWord(rewriting.at.next, "ordinality")) {
      rewriting.next();
      rewriting.next();
    }
    alias();
    sample();
  }

  private void parentheses() {
    SqlToken open = rewriting.next();
    SqlToken close = open.match;
    if (close == null) {
      return;
    }
    if (PrimaryRewriter.isQuery(open)) {
      rewriting.clauses.inside(close);
    } else {
      joins();
    }
    rewriting.at = close.next;
  }

  private void rowsFrom() {
    rewriting.next();
    rewriting.next();
    SqlToken close = rewriting.next().match;
    while (close != null && rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      rewriting.expressions.expression(Operand.PRIMARY);
      definitions();
      rewriting.eatComma();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    if (close != null) {
      rewriting.at = close.next;
    }
  }

  private void definitions() {
    if (rewriting.sees("AS") && rewriting.at.next.isOpen() && rewriting.on(RewriteRule.ROWS_FROM)) {
      rewriting.drop();
      rewriting.dropGroup();
    }
  }

  private void tableOrFunction() {
    if (rewriting.sees("ONLY") && rewriting.on(RewriteRule.ONLY)) {
      rewriting.drop();
    }
    if (rewriting.seesOpen()) {
      parentheses();
      return;
    }
    SqlToken at = rewriting.at;
    SqlToken behind = at.next;
    while (behind.type == PostgresLexer.DOT) {
      behind = behind.next.next;
    }
    if (behind.isOpen() || isConstant(at)) {
      rewriting.expressions.expression(Operand.PRIMARY);
      documentColumns();
      return;
    }
    table();
  }

  private static boolean isConstant(SqlToken at) {
    return at.isWord() && at.text.startsWith("current_");
  }

  /** Reads the name of a table. */
  void table() {
    if (rewriting.sees("ONLY") && rewriting.on(RewriteRule.ONLY)) {
      rewriting.drop();
      if (rewriting.seesOpen()) {
        SqlToken close = rewriting.at.match;
        rewriting.drop();
        rewriting.names();
        if (rewriting.at == close) {
          rewriting.drop();
        }
        return;
      }
    }
    if (rewriting.at.isWord() || rewriting.at.isName()) {
      rewriting.names();
    }
    if (rewriting.at.isOperator("*") && rewriting.on(RewriteRule.ONLY)) {
      rewriting.drop();
    }
  }

  /** JSON_TABLE and XMLTABLE name their columns inside; here they are part of the alias. */
  private void documentColumns() {
    List<String> columns = rewriting.documents.takeColumns();
    if (columns.isEmpty()) {
      return;
    }
    SqlToken place = rewriting.at;
    if (rewriting.sees("AS") || rewriting.at.isName()) {
      rewriting.eat("AS");
      rewriting.name();
      place = rewriting.at;
      if (rewriting.seesOpen()) {
        return;
      }
    } else {
      rewriting.put("AS");
      rewriting.put(PostgresLexer.QUOTED_IDENTIFIER, "\"json_table\"");
    }
    SqlToken open = TokenList.insertBefore(place, PostgresLexer.LEFT_PARENTHESIS, "(");
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        TokenList.insertBefore(place, PostgresLexer.COMMA, ",");
      }
      String name = columns.get(i);
      int type = name.startsWith("\"") ? PostgresLexer.QUOTED_IDENTIFIER : PostgresLexer.WORD;
      TokenList.insertBefore(place, type, name);
    }
    SqlToken close = TokenList.insertBefore(place, PostgresLexer.RIGHT_PARENTHESIS, ")");
    open.match = close;
    close.match = open;
    rewriting.at = open;
    rewriting.nameList();
  }

  /** Reads {@code [AS] name [(columns)]} and {@code AS (definitions)}. */
  void alias() {
    boolean as = rewriting.eat("AS");
    SqlToken at = rewriting.at;
    boolean name = at.isName() && !rewriting.sees("tablesample");
    if (as && at.isWord() || name || isAliasKeyword(at)) {
      rewriting.name();
    }
    if (rewriting.seesOpen() && (as || name)) {
      aliasColumns();
    }
  }

  private static boolean isAliasKeyword(SqlToken at) {
    return at.isKeyword() && ALIAS_KEYWORDS.contains(at.text) && !at.next.isOpen();
  }

  private void aliasColumns() {
    SqlToken close = rewriting.next().match;
    while (close != null && rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      rewriting.name();
      if (rewriting.at != close && !rewriting.seesComma()) {
        rewriting.types.type();
        if (rewriting.sees("COLLATE")) {
          SqlToken collate = rewriting.next();
          rewriting.names();
          rewriting.dropFrom(collate);
        }
      }
      rewriting.eatComma();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    rewriting.next();
  }

  private void sample() {
    if (!rewriting.sees("tablesample")) {
      return;
    }
    SqlToken first = rewriting.next();
    rewriting.names();
    rewriting.skipGroup();
    if (rewriting.eat("repeatable")) {
      rewriting.skipGroup();
    }
    if (rewriting.on(RewriteRule.TABLESAMPLE)) {
      rewriting.dropFrom(first);
    }
  }
}
