package io.github.pgslowlog.parse;

/**
 * A token of canonical text.
 *
 * @param type a token type of PostgresLexer
 * @param text its characters
 */
record SqlToken(int type, String text) {
  boolean is(int wanted, String spelling) {
    return type == wanted && text.equals(spelling);
  }
}
