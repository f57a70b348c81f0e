package io.github.pgslowlog.catalog;

import java.util.Comparator;

/**
 * Name of an index.
 *
 * @param schema its schema, that of its table
 * @param name its name
 */
public record IndexName(String schema, String name) implements Comparable<IndexName> {
  private static final Comparator<IndexName> ORDER =
      Comparator.comparing(IndexName::schema).thenComparing(IndexName::name);

  @Override
  public int compareTo(IndexName other) {
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
