package io.github.pgslowlog.resolve;

/** Where the wildcards of a pattern of LIKE stand, as far as samples show. */
public enum LikeForm {
  /** No sample shows a pattern. */
  UNKNOWN,
  /** {@code 'abc'}: no wildcard. */
  EXACT,
  /** {@code 'abc%'}: text first. */
  PREFIX,
  /** {@code '%abc%'}, {@code '_bc'}: a wildcard first. */
  INFIX,
  /** Some samples begin with text and some with a wildcard. */
  MIXED
}
