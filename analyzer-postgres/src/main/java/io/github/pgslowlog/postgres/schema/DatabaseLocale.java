package io.github.pgslowlog.postgres.schema;

import java.util.Locale;

/**
 * How a shadow database collates: like the real one where that can be told, else as the private
 * server does. Whether a plain index on text serves {@code LIKE 'x%'} depends on it.
 */
final class DatabaseLocale {
  private DatabaseLocale() {}

  /** The end of CREATE DATABASE for a database whose {@code datcollate} is known or empty. */
  static String clause(String collation) {
    String plain = collation.toUpperCase(Locale.ROOT).replace("-", "");
    return switch (plain) {
      case "C", "POSIX" -> "LOCALE_PROVIDER libc LOCALE 'C'";
      case "C.UTF8" -> "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'";
      default -> "";
    };
  }
}
