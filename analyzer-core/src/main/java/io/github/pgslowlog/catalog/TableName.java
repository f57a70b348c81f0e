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

  /**
   * The name as statements write it.
   *
   * @return with its schema, in quotes where needed
   */
  public String sql() {
    String own = Identifier.quoted(name);
    return schema.isEmpty() ? own : Identifier.quoted(schema) + "." + own;
  }

  /** {@code schema.name}, or the name alone. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
