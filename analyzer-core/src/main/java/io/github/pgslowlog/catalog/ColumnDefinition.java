package io.github.pgslowlog.catalog;

import java.util.Optional;

/**
 * A column of a table or view.
 *
 * @param name its name
 * @param type its type as {@code format_type} prints it: {@code character varying(20)}, {@code
 *     timestamp with time zone}; empty if it is not known
 * @param notNull NOT NULL
 * @param collation its collation if it is not the default of the database, as SQL text
 * @param generated whether it is computed from other columns
 */
public record ColumnDefinition(
    String name, String type, boolean notNull, Optional<String> collation, boolean generated) {
  /**
   * A column with the collation of the database.
   *
   * @param name its name
   * @param type its type
   * @param notNull NOT NULL
   */
  public ColumnDefinition(String name, String type, boolean notNull) {
    this(name, type, notNull, Optional.empty(), false);
  }
}
