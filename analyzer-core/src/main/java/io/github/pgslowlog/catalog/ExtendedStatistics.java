package io.github.pgslowlog.catalog;

import java.util.List;
import java.util.Set;

/**
 * An object made by CREATE STATISTICS.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/current/catalog-pg-statistic-ext.html">pg_statistic_ext</a>.
 *
 * @param name its name
 * @param table its table
 * @param kinds what is collected of the columns together
 * @param columns its columns
 * @param expressions its expressions, as the server prints them
 */
public record ExtendedStatistics(
    String name, TableName table, Set<Kind> kinds, List<String> columns, List<String> expressions) {
  /** What the server collects. */
  public enum Kind {
    /** How many different combinations there are. */
    NDISTINCT,
    /** Which columns follow from others. */
    DEPENDENCIES,
    /** The most frequent combinations. */
    MCV
  }

  /** Copies the lists. */
  public ExtendedStatistics {
    kinds = Set.copyOf(kinds);
    columns = List.copyOf(columns);
    expressions = List.copyOf(expressions);
  }
}
