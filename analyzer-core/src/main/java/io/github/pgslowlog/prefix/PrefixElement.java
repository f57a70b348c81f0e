package io.github.pgslowlog.prefix;

/** A piece of a log_line_prefix. */
sealed interface PrefixElement {
  /** The piece as a format string has it. */
  String format();

  /** Text that stands in every line as it is. */
  record Literal(String text) implements PrefixElement {
    @Override
    public String format() {
      return text.replace("%", "%%");
    }
  }

  /**
   * A value.
   *
   * @param padding the least width in bytes, negative for left-aligned values, 0 for none
   */
  record Field(PrefixEscape escape, int padding) implements PrefixElement {
    @Override
    public String format() {
      return "%" + (padding == 0 ? "" : padding) + escape.letter();
    }
  }
}
