package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The commands of a text that read or change tables, freed from what stands round them.
 *
 * <table>
 *   <caption>Unwrapped</caption>
 *   <tr><td>{@code EXPLAIN (options) q}</td><td>q</td></tr>
 *   <tr><td>{@code PREPARE n (types) AS q}</td><td>q</td></tr>
 *   <tr><td>{@code DECLARE n CURSOR ... FOR q}</td><td>q</td></tr>
 *   <tr><td>{@code CREATE TABLE t (names) ... AS q WITH DATA}</td><td>q</td></tr>
 *   <tr><td>{@code CREATE MATERIALIZED VIEW v ... AS q}</td><td>q</td></tr>
 *   <tr><td>{@code COPY (q) TO ...}</td><td>q</td></tr>
 * </table>
 */
final class CommandSplitter {
  private static final Set<String> FUNCTIONS = Set.of("FUNCTION", "PROCEDURE");

  private CommandSplitter() {}

  /** The data commands among those that semicolons part. */
  static List<TokenList> of(TokenList tokens) {
    List<TokenList> commands = new ArrayList<>();
    while (!tokens.isEmpty()) {
      TokenList command = tokens.cutBefore(endOfCommand(tokens.first()));
      unwrap(command);
      if (startsData(command)) {
        commands.add(command);
      }
    }
    return commands;
  }

  private static boolean startsData(TokenList command) {
    SqlToken token = command.first();
    while (token.type == PostgresLexer.LEFT_PARENTHESIS) {
      token = token.next;
    }
    return CommandWord.startsData(token);
  }

  /** The next semicolon that is not in the body of a function. */
  private static SqlToken endOfCommand(SqlToken first) {
    int bodies = 0;
    boolean function = isFunction(first);
    SqlToken token = first;
    while (!token.isEnd() && (bodies > 0 || token.type != PostgresLexer.SEMICOLON)) {
      boolean starts = token.is("BEGIN") && Rewriting.isWord(token.next, "atomic");
      if (function && (starts || bodies > 0 && token.is("CASE"))) {
        bodies++;
      } else if (bodies > 0 && token.is("END")) {
        bodies--;
      }
      token = token.next;
    }
    return token;
  }

  private static boolean isFunction(SqlToken first) {
    if (!Rewriting.isWord(first, "CREATE")) {
      return false;
    }
    SqlToken token = first.next;
    if (token.is("OR")) {
      token = token.next.next;
    }
    return Rewriting.isOneOf(token, FUNCTIONS);
  }

  private static void unwrap(TokenList command) {
    SqlToken first = command.first();
    if (Rewriting.isWord(first, "explain")) {
      explain(command);
    } else if (Rewriting.isWord(first, "prepare")) {
      cutBehind(command, "AS");
    } else if (Rewriting.isWord(first, "declare")) {
      cutBehind(command, "FOR");
    } else if (Rewriting.isWord(first, "CREATE")) {
      create(command);
    } else if (Rewriting.isWord(first, "copy") && first.next.isOpen()) {
      copy(command);
    }
  }

  private static void explain(TokenList command) {
    SqlToken token = command.first().next;
    if (token.isOpen() && token.match != null && !PrimaryRewriter.isQuery(token)) {
      token = token.match.next;
    } else {
      while (Rewriting.isWord(token, "ANALYZE") || Rewriting.isWord(token, "verbose")) {
        token = token.next;
      }
    }
    cutTo(command, token);
    SqlToken inner = command.first();
    if (Rewriting.isWord(inner, "CREATE") || Rewriting.isWord(inner, "declare")) {
      unwrap(command);
    }
  }

  private static void cutTo(TokenList command, SqlToken token) {
    while (command.first() != token && !command.isEmpty()) {
      TokenList.remove(command.first());
    }
  }

  /** Cuts through the first such word outside of parentheses. */
  private static void cutBehind(TokenList command, String word) {
    SqlToken token = command.first();
    while (!token.isEnd() && !token.is(word)) {
      token = token.isOpen() && token.match != null ? token.match.next : token.next;
    }
    cutTo(command, token.isEnd() ? token : token.next);
  }

  private static void create(TokenList command) {
    SqlToken token = command.first().next;
    while (Rewriting.isOneOf(
        token, Set.of("TEMP", "TEMPORARY", "UNLOGGED", "LOCAL", "GLOBAL", "MATERIALIZED"))) {
      token = token.next;
    }
    boolean view = token.is("view") && Rewriting.isWord(token.previous, "materialized");
    if (!token.is("TABLE") && !view) {
      return;
    }
    cutBehind(command, "AS");
    SqlToken last = command.last();
    if (!last.is("data")) {
      return;
    }
    SqlToken with = last.previous.is("no") ? last.previous.previous : last.previous;
    if (with.is("WITH")) {
      TokenList.remove(with, last);
    }
  }

  private static void copy(TokenList command) {
    SqlToken open = command.first().next;
    SqlToken close = open.match;
    if (close != null) {
      cutTo(command, open.next);
      TokenList.remove(close, command.last());
    }
  }
}
