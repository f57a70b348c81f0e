package io.github.pgslowlog.advice;

import io.github.pgslowlog.fingerprint.SqlScanner;
import io.github.pgslowlog.fingerprint.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The query within a command that stands round it, as a planner takes it.
 *
 * <p>{@code EXPLAIN (options) q}, {@code COPY (q) TO ...}, {@code CREATE TABLE t AS q WITH DATA},
 * {@code CREATE MATERIALIZED VIEW v AS q}, {@code PREPARE n AS q} and {@code DECLARE n CURSOR FOR
 * q} all spend their time on q.
 */
final class PlannedPart {
  private static final Set<String> ROUND_A_QUERY =
      Set.of("explain", "copy", "create", "prepare", "declare");

  private static final Set<String> BEGINS_A_QUERY =
      Set.of("select", "with", "values", "table", "(");

  private static final Set<String> BEFORE_TABLE =
      Set.of("temp", "temporary", "unlogged", "local", "global");

  private final byte[] sql;

  /** Without white space and comments. */
  private final List<Token> tokens = new ArrayList<>();

  private int from;
  private int to;

  private PlannedPart(byte[] sql) {
    this.sql = sql;
    SqlScanner scanner = new SqlScanner();
    scanner.reset(sql, 0, sql.length);
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      boolean blank = kind == TokenKind.WHITE_SPACE || kind == TokenKind.COMMENT;
      if (!blank) {
        tokens.add(new Token(kind, scanner.start(), scanner.end()));
      }
      if (tokens.size() == 1 && !ROUND_A_QUERY.contains(word(0))) {
        break;
      }
    }
    to = tokens.size();
    while (to > 0 && is(to - 1, ";")) {
      to--;
    }
  }

  /** The query of such a command; the text itself if it is none. */
  static String of(String sql) {
    PlannedPart part = new PlannedPart(sql.getBytes(StandardCharsets.UTF_8));
    while (part.unwrap()) {
      if (part.from >= part.to) {
        return sql;
      }
    }
    return part.from == 0 ? sql : part.text();
  }

  private String text() {
    int start = tokens.get(from).from();
    return new String(sql, start, tokens.get(to - 1).to() - start, StandardCharsets.UTF_8);
  }

  /** Goes one command further in; false if there is none. */
  private boolean unwrap() {
    return switch (word(from)) {
      case "explain" -> beginAt(behindOptions());
      case "copy" -> is(from + 1, "(") && between(from + 1, closing(from + 1));
      case "create" -> isWithQuery() && beginAt(behind("as")) && withoutData();
      case "prepare" -> beginAt(behind("as"));
      case "declare" -> beginAt(behind("for"));
      default -> false;
    };
  }

  private boolean beginAt(int token) {
    from = token;
    return true;
  }

  private boolean between(int open, int close) {
    if (close == to) {
      return false;
    }
    from = open + 1;
    to = close;
    return true;
  }

  private int behindOptions() {
    int next = from + 1;
    if (is(next, "(") && !BEGINS_A_QUERY.contains(word(next + 1))) {
      return closing(next) + 1;
    }
    while (is(next, "analyze") || is(next, "analyse") || is(next, "verbose")) {
      next++;
    }
    return next;
  }

  private boolean isWithQuery() {
    int next = from + 1;
    while (BEFORE_TABLE.contains(word(next))) {
      next++;
    }
    return is(next, "table") || (is(next, "materialized") && is(next + 1, "view"));
  }

  private boolean withoutData() {
    if (is(to - 1, "data")) {
      int with = is(to - 2, "no") ? to - 3 : to - 2;
      to = is(with, "with") ? with : to;
    }
    return true;
  }

  /** Behind the first such word outside of brackets. */
  private int behind(String word) {
    int token = from;
    while (token < to && !is(token, word)) {
      token = (is(token, "(") ? closing(token) : token) + 1;
    }
    return token + 1;
  }

  /** The bracket that closes another; the end if there is none. */
  private int closing(int open) {
    int depth = 0;
    for (int token = open; token < to; token++) {
      depth += is(token, "(") ? 1 : is(token, ")") ? -1 : 0;
      if (depth == 0) {
        return token;
      }
    }
    return to;
  }

  private boolean is(int token, String word) {
    return word(token).equals(word);
  }

  /** A word in lower case or a bracket; empty for all else. */
  private String word(int number) {
    if (number < 0 || number >= tokens.size()) {
      return "";
    }
    Token token = tokens.get(number);
    if (token.kind() != TokenKind.WORD && token.kind() != TokenKind.PUNCTUATION) {
      return "";
    }
    return new String(sql, token.from(), token.to() - token.from(), StandardCharsets.UTF_8)
        .toLowerCase(Locale.ROOT);
  }

  private record Token(TokenKind kind, int from, int to) {}
}
