package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.statement.CommandScanner.Token;
import org.jspecify.annotations.Nullable;

/**
 * A command that names a query instead of being one.
 *
 * <pre>
 * PREPARE name [(types)] AS query           DEALLOCATE [PREPARE] name | ALL
 * EXECUTE name [(values)]                   DISCARD ALL
 * DECLARE name ... CURSOR ... FOR query     CLOSE name | ALL
 * FETCH ... [FROM | IN] name                MOVE ... [FROM | IN] name
 * </pre>
 *
 * <p>Source: the pages of these commands in <a
 * href="https://www.postgresql.org/docs/current/sql-commands.html">SQL Commands</a>. A text that
 * holds several commands is none.
 *
 * @param verb which
 * @param name the prepared statement or cursor, folded; null for all
 * @param query the query of PREPARE and DECLARE, null for the others
 */
record SqlCommand(Verb verb, @Nullable String name, @Nullable Slice query) {
  /** The commands; MOVE counts as FETCH. */
  enum Verb {
    PREPARE,
    EXECUTE,
    DECLARE,
    FETCH,
    CLOSE,
    DEALLOCATE,
    DISCARD
  }

  /** Null if the text is anything else. */
  static @Nullable SqlCommand read(Slice sql) {
    CommandScanner scanner = new CommandScanner(sql);
    if (scanner.next() != Token.WORD || scanner.end() - scanner.start() > 10) {
      return null;
    }
    return switch (scanner.name()) {
      case "prepare" -> withQuery(Verb.PREPARE, "as", sql, scanner);
      case "declare" -> withQuery(Verb.DECLARE, "for", sql, scanner);
      case "execute" -> withName(Verb.EXECUTE, scanner);
      case "close" -> withName(Verb.CLOSE, scanner);
      case "deallocate" -> deallocate(scanner);
      case "fetch", "move" -> withLastName(scanner);
      case "discard" -> discard(scanner);
      default -> null;
    };
  }

  private static @Nullable SqlCommand withQuery(
      Verb verb, String opening, Slice sql, CommandScanner scanner) {
    if (!isName(scanner.next())) {
      return null;
    }
    String name = scanner.name();
    Token token = scanner.next();
    while (token != Token.WORD || !scanner.name().equals(opening)) {
      if (token == Token.END || token == Token.SEMICOLON || token == Token.STRING) {
        return null;
      }
      token = scanner.next();
    }
    int from = scanner.end();
    if (!isLast(scanner)) {
      return null;
    }
    Slice query = trimmed(Slice.of(sql.array(), from, scanner.start()));
    return query.length() == 0 ? null : new SqlCommand(verb, name, query);
  }

  private static @Nullable SqlCommand withName(Verb verb, CommandScanner scanner) {
    if (!isName(scanner.next())) {
      return null;
    }
    boolean all = verb != Verb.EXECUTE && scanner.name().equals("all") && scanner.first() != '"';
    String name = all ? null : scanner.name();
    return isLast(scanner) ? new SqlCommand(verb, name, null) : null;
  }

  private static @Nullable SqlCommand deallocate(CommandScanner scanner) {
    if (!isName(scanner.next())) {
      return null;
    }
    String name = scanner.name();
    boolean quoted = scanner.first() == '"';
    Token second = scanner.next();
    if (!quoted && name.equals("prepare") && isName(second)) {
      name = scanner.name();
      quoted = scanner.first() == '"';
    }
    return new SqlCommand(Verb.DEALLOCATE, !quoted && name.equals("all") ? null : name, null);
  }

  private static @Nullable SqlCommand withLastName(CommandScanner scanner) {
    String name = null;
    Token token = scanner.next();
    while (token != Token.END && token != Token.SEMICOLON) {
      name = isName(token) ? scanner.name() : name;
      token = scanner.next();
    }
    boolean last = token == Token.END || scanner.next() == Token.END;
    return last && name != null ? new SqlCommand(Verb.FETCH, name, null) : null;
  }

  private static @Nullable SqlCommand discard(CommandScanner scanner) {
    boolean all = scanner.next() == Token.WORD && scanner.name().equals("all");
    return all ? new SqlCommand(Verb.DISCARD, null, null) : null;
  }

  private static boolean isName(Token token) {
    return token == Token.WORD || token == Token.QUOTED_NAME;
  }

  /** Goes to the end, or to a semicolon behind which nothing comes; false if something does. */
  private static boolean isLast(CommandScanner scanner) {
    Token token = scanner.next();
    while (token != Token.END && token != Token.SEMICOLON) {
      token = scanner.next();
    }
    return token == Token.END || scanner.isAtEnd();
  }

  /** How many commands a text holds, empty ones not counted; counts up to a limit. */
  static int count(Slice sql, int limit) {
    CommandScanner scanner = new CommandScanner(sql);
    int commands = 0;
    boolean within = false;
    Token token = scanner.next();
    while (token != Token.END && commands < limit) {
      if (token == Token.SEMICOLON) {
        within = false;
      } else if (!within) {
        within = true;
        commands++;
      }
      token = scanner.next();
    }
    return commands;
  }

  private static Slice trimmed(Slice text) {
    int from = text.from();
    int to = text.to();
    while (from < to && isSpace(text.array()[from])) {
      from++;
    }
    while (from < to && isSpace(text.array()[to - 1])) {
      to--;
    }
    return Slice.of(text.array(), from, to);
  }

  private static boolean isSpace(byte c) {
    return c >= 0 && c <= ' ';
  }
}
