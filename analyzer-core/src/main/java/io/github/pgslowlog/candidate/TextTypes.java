package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.ColumnDefinition;
import java.util.Optional;
import java.util.Set;

/** Types of text, and their operator classes (manual: Operator Classes and Operator Families). */
final class TextTypes {
  /** Collations in which letters have the order of their codes, as LIKE needs it. */
  private static final Set<String> BY_CODE = Set.of("C", "POSIX", "ucs_basic", "pg_c_utf8");

  private TextTypes() {}

  static boolean isText(String type) {
    return type.equals("text")
        || type.startsWith("character varying")
        || type.startsWith("varchar");
  }

  /** The operator class by which a B-tree serves LIKE; empty if the type has none. */
  static Optional<String> patternOperators(String type) {
    if (isText(type)) {
      return Optional.of("text_pattern_ops");
    }
    boolean padded = type.startsWith("character(") || type.equals("character");
    return padded ? Optional.of("bpchar_pattern_ops") : Optional.empty();
  }

  /** Whether a plain B-tree on a column serves LIKE. */
  static boolean isOrderedByCode(ColumnDefinition column) {
    return column
        .collation()
        .map(name -> name.substring(name.lastIndexOf('.') + 1).replace("\"", ""))
        .filter(BY_CODE::contains)
        .isPresent();
  }
}
