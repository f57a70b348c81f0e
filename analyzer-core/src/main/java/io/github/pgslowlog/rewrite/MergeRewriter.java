package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;

/** MERGE. */
final class MergeRewriter {
  private final Rewriting rewriting;

  MergeRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Reads to the first WHEN. */
  void merge() {
    rewriting.next();
    rewriting.eat("INTO");
    rewriting.from.table();
    rewriting.from.alias();
    if (!rewriting.eat("USING")) {
      return;
    }
    SqlToken before = rewriting.at.previous;
    boolean joined = rewriting.from.joins();
    if (joined && rewriting.on(RewriteRule.USING_JOIN)) {
      TokenList.wrap(before.next, rewriting.at.previous);
    }
    if (rewriting.eat("ON")) {
      rewriting.expressions.expression();
    }
  }

  /** Reads a WHEN clause up to its action; SET and VALUES follow. */
  void when() {
    rewriting.next();
    boolean absent = rewriting.eat("NOT");
    rewriting.eat("matched");
    if (rewriting.eat("BY")) {
      absent &= !rewriting.sees("source");
      rewriting.next();
    }
    if (rewriting.eat("AND")) {
      rewriting.expressions.expression(Operand.OR);
    }
    if (rewriting.eat("THEN")) {
      action(absent);
    }
  }

  private void action(boolean absent) {
    SqlToken first = rewriting.at;
    boolean on = rewriting.on(RewriteRule.MERGE_ACTIONS);
    if (rewriting.eat("DO")) {
      rewriting.eat("nothing");
      if (on) {
        rewriting.dropFrom(first);
        nothing(absent);
      }
    } else if (rewriting.eat("INSERT")) {
      insert(first, on);
    } else if (rewriting.eat("UPDATE")) {
      rewriting.assignments.set();
    } else {
      rewriting.eat("DELETE");
    }
  }

  /** An action without columns: DELETE, or INSERT where that is not allowed. */
  private void nothing(boolean absent) {
    if (!absent) {
      rewriting.put("DELETE");
      return;
    }
    rewriting.put("INSERT");
    rewriting.put("VALUES");
    rewriting.put(PostgresLexer.LEFT_PARENTHESIS, "(");
    rewriting.put(PostgresLexer.QUOTED_IDENTIFIER, rewriting.operatorMark("DO NOTHING"));
    rewriting.put(PostgresLexer.RIGHT_PARENTHESIS, ")");
  }

  private void insert(SqlToken first, boolean on) {
    if (rewriting.seesOpen()) {
      rewriting.writes.targets();
    }
    rewriting.writes.overriding();
    if (rewriting.sees("DEFAULT", "VALUES")) {
      rewriting.next();
      rewriting.next();
      if (on) {
        rewriting.dropFrom(first);
        nothing(true);
      }
      return;
    }
    if (rewriting.eat("VALUES") && rewriting.seesOpen()) {
      SqlToken close = rewriting.next().match;
      while (close != null && rewriting.at != close && !rewriting.at.isEnd()) {
        SqlToken before = rewriting.at;
        rewriting.expressions.value();
        rewriting.eatComma();
        if (rewriting.at == before) {
          rewriting.next();
        }
      }
      rewriting.next();
    }
  }
}
