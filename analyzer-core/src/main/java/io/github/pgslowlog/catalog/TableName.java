package io.github.pgslowlog.catalog;

import java.util.Comparator;

/**
 * Name of a table, folded as PostgreSQL folds it.
 *
 * @param schema its schema, empty if the statement names none
 * @param name its name
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
  private static final Comparator<TableName> ORDER =
      Comparator.comparing(TableName::schema).thenComparing(TableName::name);

  @Override
  public int compareTo(TableName other) {
    return ORDER.compare(this, other);
  }

  /** {@code schema.name}, or the name alone. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
