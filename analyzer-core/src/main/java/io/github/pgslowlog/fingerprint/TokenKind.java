package io.github.pgslowlog.fingerprint;

/**
 * Kinds of tokens of PostgreSQL's SQL.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>.
 */
public enum TokenKind {
  /** White space. */
  WHITE_SPACE,
  /** {@code -- to the end of the line}, or nested block comments. */
  COMMENT,
  /** A string in any of its forms, bit strings included. */
  STRING,
  /** {@code "Name"} or {@code U&"Name"}. */
  QUOTED_IDENTIFIER,
  /** Identifier or key word. */
  WORD,
  /** {@code $1}. */
  PARAMETER,
  /** A number in any of its forms, without sign. */
  NUMBER,
  /** An operator. */
  OPERATOR,
  /** {@code , ; ( ) [ ] :: := : .. .}. */
  PUNCTUATION,
  /** A byte that has no place in SQL. */
  OTHER,
  /** Behind the last token. */
  END
}
