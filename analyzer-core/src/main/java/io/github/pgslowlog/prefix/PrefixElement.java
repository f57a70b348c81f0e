package io.github.pgslowlog.prefix;

/** A piece of a log_line_prefix. */
sealed interface PrefixElement {
  /** Text that stands in every line as it is. */
  record Literal(String text) implements PrefixElement {}

  /**
   * A value.
   *
   * @param padding the least width in bytes, negative for left-aligned values, 0 for none
   */
  record Field(PrefixEscape escape, int padding) implements PrefixElement {}
}
