package io.github.pgslowlog.parse;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;

/** The clauses of INSERT, UPDATE and DELETE. */
final class WriteClauses {
  private final Rewriting rewriting;

  WriteClauses(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Reads a clause that begins with a key word. */
  void clause(SqlToken word) {
    switch (word.text) {
      case "INSERT" -> insert();
      case "UPDATE" -> update();
      case "DELETE" -> delete();
      case "MERGE" -> rewriting.merges.merge();
      case "SET" -> rewriting.assignments.set();
      case "USING" -> using();
      case "ON" -> conflict();
      case "RETURNING" -> returning();
      default -> rewriting.merges.when();
    }
  }

  private void insert() {
    rewriting.next();
    if (!rewriting.eat("INTO")) {
      return;
    }
    rewriting.names();
    if (rewriting.eat("AS")) {
      rewriting.name();
    }
    if (rewriting.seesOpen() && !Primaries.isQuery(rewriting.at)) {
      targets();
    }
    overriding();
    if (rewriting.sees("DEFAULT", "VALUES")) {
      rewriting.next();
      rewriting.next();
    }
  }

  /** {@code OVERRIDING SYSTEM VALUE}. */
  void overriding() {
    if (!rewriting.sees("overriding")) {
      return;
    }
    SqlToken first = rewriting.next();
    rewriting.next();
    rewriting.next();
    if (rewriting.on(RewriteRule.OVERRIDING)) {
      rewriting.dropFrom(first);
    }
  }

  /** Reads columns that are written, in parentheses. */
  void targets() {
    SqlToken close = rewriting.next().match;
    while (close != null && rewriting.at != close && !rewriting.at.isEnd()) {
      target();
      if (!rewriting.eatComma() && rewriting.at != close) {
        rewriting.next();
      }
    }
    rewriting.next();
  }

  /** Reads a column that is written, and drops what names a part of it. */
  void target() {
    rewriting.name();
    SqlToken part = rewriting.at;
    while (rewriting.at.type == PostgresLexer.DOT
        || rewriting.at.type == PostgresLexer.LEFT_BRACKET && rewriting.at.match != null) {
      if (rewriting.at.type == PostgresLexer.DOT) {
        rewriting.next();
        rewriting.next();
      } else {
        rewriting.skipGroup();
      }
    }
    if (rewriting.on(RewriteRule.TARGETS)) {
      rewriting.dropFrom(part);
    }
  }

  private void update() {
    rewriting.next();
    rewriting.from.table();
    alias();
  }

  private void delete() {
    rewriting.next();
    if (rewriting.eat("FROM")) {
      rewriting.from.table();
      alias();
    }
  }

  private void alias() {
    if (rewriting.eat("AS") || rewriting.at.isName()) {
      rewriting.name();
    }
  }

  private void using() {
    rewriting.next();
    rewriting.from.list();
  }

  /** {@code ON CONFLICT ...}; any other ON belongs to a join. */
  private void conflict() {
    rewriting.next();
    if (!rewriting.eat("CONFLICT")) {
      return;
    }
    if (rewriting.seesOpen()) {
      indexElements();
    } else if (rewriting.eat("ON")) {
      rewriting.eat("CONSTRAINT");
      rewriting.name();
    }
    if (rewriting.eat("WHERE")) {
      rewriting.expressions.expression();
    }
    rewriting.eat("DO");
    rewriting.eat("nothing");
    rewriting.eat("UPDATE");
  }

  private void indexElements() {
    SqlToken close = rewriting.next().match;
    while (close != null && rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      indexElement();
      rewriting.eatComma();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    rewriting.next();
  }

  private void indexElement() {
    rewriting.expressions.expression(Operand.PRIMARY);
    SqlToken first = rewriting.at;
    if (rewriting.eat("COLLATE")) {
      rewriting.names();
    }
    if (rewriting.at.isName()) {
      rewriting.names();
    }
    rewriting.dropFrom(first);
  }

  private void returning() {
    SqlToken word = rewriting.next();
    if (rewriting.sees("WITH") && rewriting.at.next.isOpen()) {
      rewriting.next();
      rewriting.skipGroup();
      if (rewriting.on(RewriteRule.RETURNING_ALIASES)) {
        rewriting.dropFrom(word.next);
      }
    }
    rewriting.clauses.outputs();
  }
}
