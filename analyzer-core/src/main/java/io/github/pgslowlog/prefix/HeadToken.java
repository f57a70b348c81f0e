package io.github.pgslowlog.prefix;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the head of one line, as {@link HeadTokenizer} sees it.
 *
 * @param text its bytes as ISO 8859-1
 * @param syntax what a value looks like, null for literal text
 * @param escape the field, if a key word before it tells; else null
 * @param padding width in bytes, negative for left-aligned values, 0 for none
 */
record HeadToken(
    String text, @Nullable FieldSyntax syntax, @Nullable PrefixEscape escape, int padding) {
  static HeadToken literal(String text) {
    return new HeadToken(text, null, null, 0);
  }

  static HeadToken value(String text, FieldSyntax syntax) {
    return new HeadToken(text, syntax, null, 0);
  }

  boolean isLiteral() {
    return syntax == null;
  }

  boolean isText() {
    return syntax == FieldSyntax.TEXT;
  }

  HeadToken as(PrefixEscape field) {
    return new HeadToken(text, syntax, field, padding);
  }

  HeadToken padded(int width) {
    return new HeadToken(text, syntax, escape, width);
  }
}
