package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Delete;
import io.github.pgslowlog.syntax.Insert;
import io.github.pgslowlog.syntax.Merge;
import io.github.pgslowlog.syntax.SqlStatement;
import io.github.pgslowlog.syntax.Update;
import java.util.Locale;

/** What kind of statement a pattern is. */
public enum StatementType {
  /** Reads only, WITH and VALUES included. */
  SELECT,
  /** INSERT. */
  INSERT,
  /** UPDATE. */
  UPDATE,
  /** DELETE. */
  DELETE,
  /** MERGE. */
  MERGE,
  /** Everything else: transaction control, settings, DDL. */
  UTILITY;

  /**
   * The kind that the first word of a statement tells.
   *
   * @param canonical canonical text
   * @return its kind; WITH, VALUES and TABLE are taken for SELECT
   */
  public static StatementType of(String canonical) {
    String word = canonical.replaceFirst("^[( ]+", "").split("[ (;]", 2)[0];
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "SELECT", "WITH", "VALUES", "TABLE" -> SELECT;
      case "INSERT" -> INSERT;
      case "UPDATE" -> UPDATE;
      case "DELETE" -> DELETE;
      case "MERGE" -> MERGE;
      default -> UTILITY;
    };
  }

  static StatementType of(SqlStatement statement) {
    if (statement instanceof Insert) {
      return INSERT;
    }
    if (statement instanceof Update) {
      return UPDATE;
    }
    if (statement instanceof Delete) {
      return DELETE;
    }
    return statement instanceof Merge ? MERGE : SELECT;
  }

  /**
   * Whether the server makes a plan for it.
   *
   * @return false for utility commands
   */
  public boolean isPlanned() {
    return this != UTILITY;
  }

  /**
   * The name in reports.
   *
   * @return lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
