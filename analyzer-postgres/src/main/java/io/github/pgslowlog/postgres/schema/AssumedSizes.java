package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.Problem;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sizes for tables of which nothing is known. Without them every table would look empty, and no
 * index would help.
 */
final class AssumedSizes {
  /** So many that an index matters, not so many that anything does. */
  static final int ROWS = 1_000_000;

  /**
   * Width of a value as the planner guesses it ({@code get_typavgwidth}), 24 bytes of header and 4
   * of line pointer a row, 8168 bytes a page.
   */
  private static final String TABLES =
      """
      SELECT pg_catalog.pg_restore_relation_stats(
               'schemaname', n.nspname::text, 'relname', c.relname::text,
               'relpages', ceil(%1$d * (28 + w.width) / 8168.0)::integer,
               'reltuples', %1$d::real)
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(CASE WHEN t.typlen > 0 THEN t.typlen
                                 WHEN t.typname = 'bpchar' AND a.atttypmod > 4
                                   THEN a.atttypmod - 4
                                 WHEN t.typname = 'varchar' AND a.atttypmod BETWEEN 5 AND 36
                                   THEN a.atttypmod - 4
                                 ELSE 32 END), 0) AS width
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) w
      WHERE c.relkind IN (%2$s) AND c.reltuples < %3$s AND %4$s
      """;

  private AssumedSizes() {}

  /** Sets them, and says so. */
  static Problem apply(Connection planner, String name) throws SQLException {
    run(planner, "'r', 'm'", "0");
    run(planner, "'i'", "1");
    return Problem.notice(
        name
            + ": no statistics: every table is taken to have "
            + ROWS
            + " rows, and every value to be about as frequent as any other; give --stats for advice"
            + " that fits");
  }

  private static void run(Connection planner, String kinds, String below) throws SQLException {
    Queries.each(planner, TABLES.formatted(ROWS, kinds, below, CatalogSql.USER_SCHEMA), row -> {});
  }
}
