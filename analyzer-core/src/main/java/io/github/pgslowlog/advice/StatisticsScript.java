package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes the server collect more statistics, and collects them.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-createstatistics.html">CREATE
 * STATISTICS</a>.
 */
final class StatisticsScript {
  private static final int MAX_NAME_BYTES = 63;
  private static final String SUFFIX = "_stat";

  private StatisticsScript() {}

  /**
   * Starts the recommendation.
   *
   * @param catalog tells of statistics that are there already
   * @param words what the name is made of, besides the table
   * @param what between the name and FROM
   */
  static Recommendation.Builder of(Catalog catalog, TableName table, String words, String what) {
    IndexName name = new IndexName(table.schema(), name(table.name() + "_" + words, SUFFIX));
    Recommendation.Builder advice =
        Recommendation.of(
                Action.STATISTICS,
                table,
                "CREATE STATISTICS "
                    + name.sql()
                    + " "
                    + what
                    + " FROM "
                    + table.sql()
                    + ";\nANALYZE "
                    + table.sql()
                    + ";")
            .rollback("DROP STATISTICS " + name.sql() + ";")
            .verification(
                (what.startsWith("ON (")
                        ? "SELECT expr, n_distinct FROM pg_stats_ext_exprs"
                        : "SELECT statistics_name, dependencies FROM pg_stats_ext")
                    + " WHERE statistics_schemaname = "
                    + SqlText.literal(name.schema())
                    + " AND statistics_name = "
                    + SqlText.literal(name.name())
                    + ";");
    if (catalog.find(table).isEmpty()) {
      advice.caveat("see in pg_statistic_ext that there are none of the kind");
    }
    return advice;
  }

  /** A name with a suffix; one too long has a hash of the whole, so that no two are the same. */
  static String name(String words, String suffix) {
    if (bytes(words) + suffix.length() <= MAX_NAME_BYTES) {
      return words + suffix;
    }
    String end = String.format(Locale.ROOT, "_%08x", words.hashCode()) + suffix;
    int length = words.length();
    while (bytes(words.substring(0, length)) + end.length() > MAX_NAME_BYTES) {
      length = words.offsetByCodePoints(length, -1);
    }
    return words.substring(0, length) + end;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
