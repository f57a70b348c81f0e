package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Identifier;
import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of SQL. */
final class SqlText {
  private SqlText() {}

  /** A string constant, for servers with standard_conforming_strings, as all are since 9.1. */
  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Names, in quotes where needed, with commas between them. */
  static String list(Collection<String> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }
}
