package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import org.jspecify.annotations.Nullable;

/**
 * A token of canonical text, an element of a {@link TokenList}.
 *
 * <p>Key words of canonical text are in capitals; a word in small letters is a name, or a word that
 * PostgreSQL does not reserve.
 */
final class SqlToken {
  /** A token type of PostgresLexer; DOT_DOT is the mark of a folded list. */
  final int type;

  /** Its characters. */
  final String text;

  /** For an opening bracket the one that closes it, for a closing one that which opens it. */
  @Nullable SqlToken match;

  /** Index of its first character in canonical text, -1 for a token that was put in. */
  int start = -1;

  /** Index behind its last character. */
  int end = -1;

  SqlToken previous = this;
  SqlToken next = this;

  SqlToken(int type, String text) {
    this.type = type;
    this.text = text;
  }

  /** Whether it is a word, in small letters or capitals, that is not part of a name with dots. */
  boolean is(String word) {
    return isWord() && text.equalsIgnoreCase(word) && previous.type != PostgresLexer.DOT;
  }

  boolean isEnd() {
    return type == TokenList.END;
  }

  boolean isOpen() {
    return type == PostgresLexer.LEFT_PARENTHESIS && match != null;
  }

  boolean isClosing() {
    return type == PostgresLexer.RIGHT_PARENTHESIS || type == PostgresLexer.RIGHT_BRACKET;
  }

  /** A word in small letters, or a quoted identifier. */
  boolean isName() {
    return type == PostgresLexer.WORD && !isKeyword()
        || type == PostgresLexer.QUOTED_IDENTIFIER
        || type == PostgresLexer.UNICODE_QUOTED_IDENTIFIER;
  }

  boolean isKeyword() {
    return type == PostgresLexer.WORD && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
  }

  boolean isWord() {
    return type == PostgresLexer.WORD;
  }

  boolean isOperator() {
    return type == PostgresLexer.OPERATOR;
  }

  boolean isOperator(String spelling) {
    return isOperator() && text.equals(spelling);
  }

  boolean isParameter() {
    return type == PostgresLexer.PARAMETER;
  }

  @Override
  public String toString() {
    return text;
  }
}
