package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.HashMap;
import java.util.Map;

/** The clauses of INSERT, UPDATE and DELETE. */
final class WriteRewriter {
  private final Rewriting rewriting;

  WriteRewriter(Rewriting rewriting) {
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
    if (rewriting.seesOpen() && !PrimaryRewriter.isQuery(rewriting.at)) {
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
    Map<String, String> aliases = new HashMap<>();
    if (rewriting.sees("WITH") && rewriting.at.next.isOpen()) {
      rewriting.next();
      aliases.putAll(aliases(rewriting.at));
      rewriting.skipGroup();
      if (rewriting.on(RewriteRule.RETURNING_ALIASES)) {
        rewriting.dropFrom(word.next);
      }
    }
    rewriting.clauses.outputs();
    if (!aliases.isEmpty() && rewriting.on(RewriteRule.RETURNING_ALIASES)) {
      rename(word.next, aliases);
    }
  }

  /** The names that {@code (OLD AS o, NEW AS n)} gives, quoted. */
  private static Map<String, String> aliases(SqlToken open) {
    Map<String, String> aliases = new HashMap<>();
    for (SqlToken token = open; token != open.match && !token.isEnd(); token = token.next) {
      if (token.is("AS")) {
        aliases.put('"' + token.next.text.replace("\"", "") + '"', token.previous.text);
      }
    }
    return aliases;
  }

  private void rename(SqlToken first, Map<String, String> aliases) {
    for (SqlToken token = first; token != rewriting.at && !token.isEnd(); token = token.next) {
      String name = aliases.get(token.text);
      boolean qualifier = token.next.type == PostgresLexer.DOT;
      if (name != null && qualifier && token.previous.type != PostgresLexer.DOT) {
        token = TokenList.replace(token, token.type, '"' + name + '"');
      }
    }
  }
}
