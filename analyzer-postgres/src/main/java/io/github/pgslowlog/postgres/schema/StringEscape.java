package io.github.pgslowlog.postgres.schema;

/**
 * Backslashes in strings like {@code E'...'}.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE">
 * String Constants with C-Style Escapes</a>.
 */
final class StringEscape {
  private StringEscape() {}

  /** Appends what the escape behind a backslash means, and tells where it ends. */
  static int append(String sql, int at, StringBuilder value) {
    char c = sql.charAt(at);
    return switch (c) {
      case 'b' -> plain('\b', at, value);
      case 'f' -> plain('\f', at, value);
      case 'n' -> plain('\n', at, value);
      case 'r' -> plain('\r', at, value);
      case 't' -> plain('\t', at, value);
      case 'x' -> digits(sql, at, at + 1, 2, 16, value);
      case 'u' -> digits(sql, at, at + 1, 4, 16, value);
      case 'U' -> digits(sql, at, at + 1, 8, 16, value);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> digits(sql, at, at, 3, 8, value);
      default -> plain(c, at, value);
    };
  }

  private static int plain(char c, int at, StringBuilder value) {
    value.append(c);
    return at + 1;
  }

  private static int digits(
      String sql, int at, int from, int most, int radix, StringBuilder value) {
    int end = from;
    int code = 0;
    while (end < sql.length()
        && end < from + most
        && Character.digit(sql.charAt(end), radix) >= 0) {
      code = code * radix + Character.digit(sql.charAt(end), radix);
      end++;
    }
    if (end == from || !Character.isValidCodePoint(code)) {
      return plain(sql.charAt(at), at, value);
    }
    value.appendCodePoint(code);
    return end;
  }
}
