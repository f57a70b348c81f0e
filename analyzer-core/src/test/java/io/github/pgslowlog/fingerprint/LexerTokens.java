package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;

/** The tokens of {@code PostgresLexer}, in the words of {@link TokenKind}. */
final class LexerTokens {
  private final PostgresLexer lexer = new PostgresLexer(CharStreams.fromString(""));

  LexerTokens() {
    lexer.removeErrorListeners();
  }

  List<Token> scan(String text) {
    lexer.setInputStream(CharStreams.fromString(text));
    List<Token> tokens = new ArrayList<>();
    for (var token = lexer.nextToken(); token.getType() != -1; token = lexer.nextToken()) {
      tokens.add(new Token(kind(token.getType()), token.getStartIndex(), token.getStopIndex() + 1));
    }
    return tokens;
  }

  private static TokenKind kind(int type) {
    return switch (type) {
      case PostgresLexer.WHITE_SPACE -> TokenKind.WHITE_SPACE;
      case PostgresLexer.LINE_COMMENT, PostgresLexer.BLOCK_COMMENT -> TokenKind.COMMENT;
      case PostgresLexer.STRING,
          PostgresLexer.NATIONAL_STRING,
          PostgresLexer.ESCAPE_STRING,
          PostgresLexer.UNICODE_STRING,
          PostgresLexer.BIT_STRING,
          PostgresLexer.HEX_STRING,
          PostgresLexer.DOLLAR_STRING ->
          TokenKind.STRING;
      case PostgresLexer.QUOTED_IDENTIFIER, PostgresLexer.UNICODE_QUOTED_IDENTIFIER ->
          TokenKind.QUOTED_IDENTIFIER;
      case PostgresLexer.WORD -> TokenKind.WORD;
      case PostgresLexer.PARAMETER -> TokenKind.PARAMETER;
      case PostgresLexer.NUMBER -> TokenKind.NUMBER;
      case PostgresLexer.OPERATOR -> TokenKind.OPERATOR;
      case PostgresLexer.OTHER -> TokenKind.OTHER;
      default -> TokenKind.PUNCTUATION;
    };
  }
}
