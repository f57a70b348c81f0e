package io.github.pgslowlog.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param name its name
 * @param table its table
 * @param kind what it asks for
 * @param columns its columns in order
 * @param referenced the other table of a foreign key
 * @param referencedColumns the columns of that table
 * @param onDelete what a foreign key does when the other row is deleted
 * @param onUpdate what a foreign key does when the other row's key changes
 * @param validated false for NOT VALID
 * @param inherited whether it belongs to the constraint of a partitioned or parent table
 * @param index the index that implements it
 * @param definition as {@code pg_get_constraintdef} prints it
 */
public record Constraint(
    String name,
    TableName table,
    Kind kind,
    List<String> columns,
    Optional<TableName> referenced,
    List<String> referencedColumns,
    Action onDelete,
    Action onUpdate,
    boolean validated,
    boolean inherited,
    Optional<IndexName> index,
    String definition) {
  /** What a constraint asks for. */
  public enum Kind {
    /** PRIMARY KEY. */
    PRIMARY_KEY,
    /** UNIQUE. */
    UNIQUE,
    /** FOREIGN KEY. */
    FOREIGN_KEY,
    /** CHECK. */
    CHECK,
    /** EXCLUDE. */
    EXCLUSION
  }

  /** What a foreign key does. */
  public enum Action {
    /** NO ACTION. */
    NO_ACTION,
    /** RESTRICT. */
    RESTRICT,
    /** CASCADE. */
    CASCADE,
    /** SET NULL. */
    SET_NULL,
    /** SET DEFAULT. */
    SET_DEFAULT
  }

  /** Copies the lists. */
  public Constraint {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }
}
