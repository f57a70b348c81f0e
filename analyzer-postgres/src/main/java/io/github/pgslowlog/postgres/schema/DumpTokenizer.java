package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.postgres.schema.DumpToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts one statement into words, names, strings, numbers and symbols; no comments are left in it.
 */
final class DumpTokenizer {
  private final String sql;
  private final int limit;
  private final List<DumpToken> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private DumpTokenizer(String sql, int limit) {
    this.sql = sql;
    this.limit = limit;
  }

  /** The first tokens of a statement. */
  static List<DumpToken> of(String sql, int limit) {
    return new DumpTokenizer(sql, limit).all();
  }

  private List<DumpToken> all() {
    while (at < sql.length() && tokens.size() < limit) {
      char c = sql.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if ((c == 'e' || c == 'E') && at + 1 < sql.length() && sql.charAt(at + 1) == '\'') {
        string(at, at + 2, true);
      } else if (c == '\'') {
        string(at, at + 1, false);
      } else if (c == '"') {
        name();
      } else if (c >= '0' && c <= '9' || c == '.' && isDigit(at + 1)) {
        number();
      } else if (BlockWords.isWordPart(c)) {
        word();
      } else if (c == '$' && !dollarQuoted()) {
        symbol(c);
      } else if (c != '$') {
        symbol(c);
      }
    }
    return tokens;
  }

  private void add(Kind kind, String text, int start) {
    tokens.add(new DumpToken(kind, text, start, at, depth));
  }

  private void symbol(char c) {
    at++;
    boolean closes = c == ')' || c == ']';
    depth = closes ? Math.max(0, depth - 1) : depth;
    add(Kind.SYMBOL, String.valueOf(c), at - 1);
    depth += c == '(' || c == '[' ? 1 : 0;
  }

  private boolean isDigit(int index) {
    return index < sql.length() && sql.charAt(index) >= '0' && sql.charAt(index) <= '9';
  }

  private void word() {
    int start = at;
    while (at < sql.length() && (BlockWords.isWordPart(sql.charAt(at)) || sql.charAt(at) == '$')) {
      at++;
    }
    add(Kind.WORD, sql.substring(start, at).toLowerCase(Locale.ROOT), start);
  }

  private void number() {
    int start = at;
    while (at < sql.length() && isNumberPart(start)) {
      at++;
    }
    add(Kind.NUMBER, sql.substring(start, at), start);
  }

  private boolean isNumberPart(int start) {
    char c = sql.charAt(at);
    boolean sign = (c == '+' || c == '-') && at > start && "eE".indexOf(sql.charAt(at - 1)) >= 0;
    return c == '.' || sign || BlockWords.isWordPart(c);
  }

  private void name() {
    int start = at++;
    StringBuilder name = new StringBuilder();
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '"') {
        if (at == sql.length() || sql.charAt(at) != '"') {
          break;
        }
        at++;
      }
      name.append(c);
    }
    add(Kind.NAME, name.toString(), start);
  }

  private void string(int start, int from, boolean escapes) {
    at = from;
    StringBuilder value = new StringBuilder();
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '\'') {
        if (at == sql.length() || sql.charAt(at) != '\'') {
          break;
        }
        at++;
      } else if (c == '\\' && escapes && at < sql.length()) {
        at = StringEscape.append(sql, at, value);
        continue;
      }
      value.append(c);
    }
    add(Kind.STRING, value.toString(), start);
  }

  private boolean dollarQuoted() {
    int start = at;
    int tagEnd = at + 1;
    while (tagEnd < sql.length() && BlockWords.isWordPart(sql.charAt(tagEnd))) {
      tagEnd++;
    }
    if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$' || isDigit(start + 1)) {
      return false;
    }
    String tag = sql.substring(start, tagEnd + 1);
    int close = sql.indexOf(tag, tagEnd + 1);
    int end = close < 0 ? sql.length() : close;
    at = close < 0 ? end : end + tag.length();
    add(Kind.STRING, sql.substring(tagEnd + 1, end), start);
    return true;
  }
}
