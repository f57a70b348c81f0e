package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;

/** Tokens to text. */
final class TokenWriter {
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
}
