package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Set;

/** The clauses of a query, one after another in whatever order they stand. */
final class ClauseRewriter {
  private static final Set<String> BEHIND_OUTPUTS =
      Set.of(
          "FROM",
          "WHERE",
          "INTO",
          "GROUP",
          "HAVING",
          "WINDOW",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "ON",
          "RETURNING");

  private static final int MAX_DEPTH = 400;

  private final Rewriting rewriting;
  private int depth;

  ClauseRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Reads what is inside parentheses up to their end. */
  void inside(SqlToken close) {
    if (++depth > MAX_DEPTH) {
      throw new TooDeepException();
    }
    while (rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      clause();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    depth--;
  }

  private void clause() {
    SqlToken at = rewriting.at;
    if (at.isOpen()) {
      SqlToken close = at.match;
      rewriting.next();
      if (close != null) {
        inside(close);
        rewriting.at = close.next;
      }
      return;
    }
    if (at.isKeyword()) {
      query(at);
    }
  }

  private void query(SqlToken at) {
    switch (at.text) {
      case "WITH" -> with();
      case "SELECT" -> select();
      case "INTO" -> into();
      case "FROM" -> from();
      case "WHERE" -> where();
      case "HAVING" -> condition();
      case "GROUP" -> groupBy();
      case "WINDOW" -> windows();
      case "ORDER" -> orderBy();
      case "LIMIT", "OFFSET" -> limit();
      case "FETCH" -> fetch();
      case "FOR" -> locking();
      case "VALUES" -> values();
      case "TABLE" -> table();
      case "INSERT", "UPDATE", "DELETE", "MERGE", "SET", "USING", "ON", "RETURNING", "WHEN" ->
          rewriting.writes.clause(at);
      default -> rewriting.next();
    }
  }

  private void condition() {
    rewriting.next();
    rewriting.expressions.expression();
  }

  // --- WITH

  private void with() {
    rewriting.next();
    rewriting.eat("recursive");
    do {
      if (!commonTable()) {
        return;
      }
    } while (rewriting.eatComma());
  }

  private boolean commonTable() {
    if (!rewriting.at.isName() && !rewriting.at.isKeyword()) {
      return false;
    }
    rewriting.name();
    if (rewriting.seesOpen()) {
      rewriting.nameList();
    }
    if (!rewriting.eat("AS")) {
      return false;
    }
    rewriting.eat("NOT");
    rewriting.eat("materialized");
    SqlToken open = rewriting.at;
    SqlToken close = open.match;
    if (!open.isOpen() || close == null) {
      return false;
    }
    rewriting.next();
    inside(close);
    rewriting.at = close.next;
    searchAndCycle();
    return true;
  }

  private void searchAndCycle() {
    SqlToken first = rewriting.at;
    while (rewriting.sees("search") || rewriting.sees("cycle")) {
      boolean cycle = rewriting.sees("cycle");
      while (!rewriting.sees("SET") && !rewriting.at.isEnd() && !rewriting.at.isClosing()) {
        rewriting.next();
      }
      rewriting.next();
      rewriting.next();
      if (cycle) {
        while (!rewriting.sees("USING") && !rewriting.at.isEnd() && !rewriting.at.isClosing()) {
          rewriting.next();
        }
        rewriting.next();
        rewriting.next();
      }
    }
    if (rewriting.on(RewriteRule.SEARCH_AND_CYCLE)) {
      rewriting.dropFrom(first);
    }
  }

  // --- SELECT

  private void select() {
    rewriting.next();
    rewriting.drop("ALL");
    if (rewriting.eat("DISTINCT") && rewriting.eat("ON") && rewriting.seesOpen()) {
      rewriting.expressions.expression(Operand.PRIMARY);
    }
    boolean empty =
        rewriting.at.isEnd()
            || rewriting.at.isClosing()
            || rewriting.at.isKeyword() && BEHIND_OUTPUTS.contains(rewriting.at.text);
    if (!empty) {
      outputs();
    } else if (rewriting.on(RewriteRule.EMPTY_OUTPUT)) {
      rewriting.put("NULL");
    }
  }

  /** Reads {@code a [AS] b, ...}. */
  void outputs() {
    do {
      rewriting.expressions.expression();
      boolean as = rewriting.eat("AS");
      if (as && rewriting.at.isWord() || rewriting.at.isName()) {
        rewriting.name();
      }
    } while (rewriting.eatComma());
  }

  private void into() {
    SqlToken first = rewriting.next();
    while (Rewriting.isOneOf(
        rewriting.at, Set.of("TEMP", "TEMPORARY", "UNLOGGED", "LOCAL", "GLOBAL", "TABLE"))) {
      boolean name = !rewriting.at.next.isName() && !rewriting.at.next.is("TABLE");
      if (name) {
        break;
      }
      rewriting.next();
    }
    rewriting.names();
    if (rewriting.on(RewriteRule.INTO)) {
      rewriting.dropFrom(first);
    }
  }

  private void from() {
    rewriting.next();
    rewriting.from.list();
  }

  /** Reads WHERE, also WHERE CURRENT OF. */
  void where() {
    SqlToken where = rewriting.next();
    if (rewriting.sees("current", "of")) {
      rewriting.next();
      rewriting.next();
      rewriting.next();
      if (rewriting.on(RewriteRule.CURRENT_OF)) {
        rewriting.dropFrom(where);
      }
      return;
    }
    rewriting.expressions.expression();
  }

  // --- GROUP BY

  private void groupBy() {
    SqlToken group = rewriting.next();
    rewriting.eat("BY");
    if (rewriting.on(RewriteRule.GROUPING_SETS)) {
      rewriting.drop("ALL");
      rewriting.drop("DISTINCT");
    }
    SqlToken by = rewriting.at.previous;
    do {
      grouping();
    } while (rewriting.eatComma());
    boolean nothing = rewriting.at.previous == by;
    if (nothing && rewriting.on(RewriteRule.GROUPING_SETS)) {
      rewriting.dropFrom(group);
    }
  }

  /** An element; empty ones are dropped. */
  private void grouping() {
    boolean rules = rewriting.on(RewriteRule.GROUPING_SETS);
    if (rewriting.sees("grouping") && Rewriting.isWord(rewriting.at.next, "sets")) {
      sets(rules, 2);
    } else if ((rewriting.sees("rollup") || rewriting.sees("cube")) && rewriting.at.next.isOpen()) {
      sets(rules, 1);
    } else if (rules && rewriting.seesOpen() && rewriting.at.next == rewriting.at.match) {
      rewriting.dropGroup();
      if (rewriting.seesComma()) {
        rewriting.drop();
        grouping();
      }
    } else {
      rewriting.expressions.condition();
    }
  }

  private void sets(boolean rules, int words) {
    for (int i = 0; i < words; i++) {
      if (rules) {
        rewriting.drop();
      } else {
        rewriting.next();
      }
    }
    if (rules) {
      rewriting.put("ROLLUP");
    }
    SqlToken close = rewriting.next().match;
    while (close != null && rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      grouping();
      rewriting.eatComma();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    if (close != null) {
      if (close.previous.type == PostgresLexer.COMMA) {
        TokenList.remove(close.previous);
      }
      rewriting.at = close.next;
    }
  }

  // --- WINDOW, ORDER BY

  private void windows() {
    rewriting.next();
    do {
      rewriting.name();
      rewriting.eat("AS");
      if (rewriting.seesOpen()) {
        rewriting.functions.window();
      }
    } while (rewriting.eatComma());
  }

  /** Reads ORDER BY with its elements. */
  void orderBy() {
    if (!rewriting.eat("ORDER")) {
      return;
    }
    rewriting.eat("BY");
    do {
      sortItem();
    } while (rewriting.eatComma());
  }

  private void sortItem() {
    rewriting.expressions.expression();
    if (rewriting.sees("USING")) {
      sortOperator();
    }
    if (!rewriting.eat("ASC")) {
      rewriting.eat("DESC");
    }
    if (rewriting.eat("NULLS")) {
      rewriting.next();
    }
  }

  private void sortOperator() {
    SqlToken using = rewriting.next();
    SqlToken operator = rewriting.next();
    if (rewriting.seesOpen()) {
      SqlToken close = rewriting.at.match;
      operator = close == null ? operator : close.previous;
      rewriting.skipGroup();
    }
    if (rewriting.on(RewriteRule.SORT_OPERATOR)) {
      rewriting.dropFrom(using);
      if (operator.text.startsWith(">") || operator.text.contains(">~")) {
        rewriting.put("DESC");
      }
    }
  }

  // --- LIMIT, locking

  private void limit() {
    rewriting.next();
    if (!rewriting.eat("ALL")) {
      rewriting.expressions.expression();
    }
  }

  private void fetch() {
    rewriting.next();
    rewriting.next();
    if (!rewriting.sees("ROW") && !rewriting.sees("ROWS")) {
      rewriting.expressions.expression(Operand.PRIMARY);
    }
    rewriting.next();
    if (!rewriting.eat("ONLY") && rewriting.sees("WITH", "ties")) {
      rewriting.next();
      rewriting.next();
    }
  }

  private void locking() {
    SqlToken first = rewriting.next();
    if (!rewriting.sees("UPDATE")
        && !rewriting.sees("share")
        && !rewriting.sees("no")
        && !rewriting.sees("key")) {
      return;
    }
    while (!rewriting.at.isEnd() && !rewriting.at.isClosing() && !endsLocking(rewriting.at)) {
      rewriting.next();
    }
    if (!rewriting.on(RewriteRule.LOCKING)) {
      return;
    }
    rewriting.dropFrom(first);
    if (!rewriting.sees("FOR")) {
      rewriting.put("FOR");
      rewriting.put("UPDATE");
    }
  }

  private static boolean endsLocking(SqlToken at) {
    return at.is("FOR")
        || at.is("LIMIT")
        || at.is("OFFSET")
        || at.is("FETCH")
        || at.is("ON")
        || at.is("RETURNING")
        || at.is("UNION");
  }

  // --- VALUES, TABLE

  private void values() {
    rewriting.next();
    while (rewriting.seesOpen()) {
      rewriting.expressions.expression(Operand.PRIMARY);
      if (!rewriting.eatComma()) {
        return;
      }
    }
  }

  private void table() {
    SqlToken word = rewriting.next();
    if (rewriting.on(RewriteRule.TABLE_COMMAND)) {
      TokenList.insertBefore(word, PostgresLexer.WORD, "SELECT");
      TokenList.insertBefore(word, PostgresLexer.OPERATOR, "*");
      TokenList.replace(word, PostgresLexer.WORD, "FROM");
    }
    rewriting.from.table();
  }
}
