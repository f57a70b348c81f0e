package io.github.pgslowlog.parse;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Locale;

/** Tokens to text. */
final class TokenWriter {
  /** What is added to the number of a parameter that is written as a number. */
  static final int NUMBER_BASE = 1_000_000_000;

  /** How parameters are written. */
  enum Parameters {
    /** {@code $1}. */
    MARKS,
    /** {@code '$1'}. */
    STRINGS,
    /** {@code 1000000001}. */
    NUMBERS
  }

  private TokenWriter() {}

  static String write(TokenList tokens) {
    StringBuilder text = new StringBuilder();
    for (SqlToken token = tokens.first(); !token.isEnd(); token = token.next) {
      if (text.length() > 0 && isApart(token)) {
        text.append(' ');
      }
      text.append(token.text);
    }
    return text.toString();
  }

  private static boolean isApart(SqlToken token) {
    int type = token.type;
    int before = token.previous.type;
    return type != PostgresLexer.DOT
        && before != PostgresLexer.DOT
        && type != PostgresLexer.COMMA
        && type != PostgresLexer.RIGHT_PARENTHESIS
        && before != PostgresLexer.LEFT_PARENTHESIS
        && !(type == PostgresLexer.LEFT_PARENTHESIS && before == PostgresLexer.QUOTED_IDENTIFIER);
  }

  /** The deepest nesting of brackets. */
  static int depth(TokenList tokens) {
    int depth = 0;
    int deepest = 0;
    for (SqlToken token = tokens.first(); !token.isEnd(); token = token.next) {
      switch (token.type) {
        case PostgresLexer.LEFT_PARENTHESIS, PostgresLexer.LEFT_BRACKET ->
            deepest = Math.max(deepest, ++depth);
        case PostgresLexer.RIGHT_PARENTHESIS, PostgresLexer.RIGHT_BRACKET -> depth--;
        default -> {}
      }
    }
    return deepest;
  }

  /** A written text with its parameters in another form. */
  static String with(String text, Parameters form) {
    if (form == Parameters.MARKS) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    boolean quoted = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      int end = i + 1;
      while (c == '$' && !quoted && end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      if (end > i + 1 && end < i + 10) {
        out.append(literal(text.substring(i + 1, end), form));
      } else {
        out.append(text, i, end);
      }
      i = end;
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String literal(String digits, Parameters form) {
    return form == Parameters.STRINGS
        ? "'$" + digits + "'"
        : String.format(Locale.ROOT, "%d", NUMBER_BASE + Integer.parseInt(digits));
  }
}
