package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Gives the planner statistics of expressions that no index has yet: what ANALYZE would find out
 * after CREATE INDEX. Without them {@code upper(country) = 'US'} is taken to be one row of 200.
 *
 * <p>Source: <a
 * href="https://www.postgresql.org/docs/18/functions-admin.html#FUNCTIONS-ADMIN-STATSMOD">Statistics
 * Manipulation Functions</a>.
 */
final class SyntheticStatistics {
  private static final String RESTORE =
      """
      SELECT pg_catalog.pg_restore_attribute_stats('schemaname', ?::text, 'relname', ?::text,
        'attname', ?::text, 'inherited', false, 'null_frac', ?::real, 'avg_width', ?::integer,
        'n_distinct', ?::real, 'most_common_vals', ?::text[]::text,
        'most_common_freqs', ?::real[], 'histogram_bounds', ?::text[]::text,
        'correlation', ?::real)
      """;

  private final Connection planner;
  private final ExpressionKeyReader keys;
  private final ExpressionSampler sampler;
  private final PreparedStatement restore;

  /**
   * Prepares the questions.
   *
   * @param superuser reads the catalog
   * @param planner puts statistics in: values may be of a domain, whose checks are functions of a
   *     dump
   */
  SyntheticStatistics(
      Connection superuser,
      Connection planner,
      StatisticsReader statistics,
      ExpressionSampler sampler)
      throws SQLException {
    this.planner = planner;
    this.sampler = sampler;
    keys = new ExpressionKeyReader(superuser, statistics);
    restore = planner.prepareStatement(RESTORE);
  }

  /**
   * Gives an index statistics of its expressions, as far as those of its columns tell.
   *
   * @param table its table
   */
  void inject(Relation index, Relation table) throws SQLException {
    double rows = Math.max(0, table.rows());
    for (ExpressionKey key : keys.read(index, table)) {
      try {
        Optional<ColumnStatistics> statistics = statistics(key, rows);
        if (statistics.isPresent()) {
          restore(key, statistics.get());
        }
      } catch (SQLException e) {
        if (ServerMessage.isConnectionLost(e)) {
          throw e;
        }
        // A function of the schema refuses one of the values: nothing is known of its results.
      }
    }
  }

  /** Empty where an expression has no single column. */
  private Optional<ColumnStatistics> statistics(ExpressionKey key, double rows)
      throws SQLException {
    if (key.base().isEmpty()) {
      return Optional.empty();
    }
    ExpressionKey.Base base = key.base().get();
    return new MappedStatistics(base.statistics(), rows)
        .of(sampler.common(key, base), sampler.histogram(key, base));
  }

  private void restore(ExpressionKey key, ColumnStatistics statistics) throws SQLException {
    restore.setString(1, key.index().schema());
    restore.setString(2, key.index().name());
    restore.setString(3, key.column());
    restore.setFloat(4, (float) statistics.nullFraction());
    restore.setInt(5, statistics.averageWidth());
    restore.setFloat(6, (float) statistics.distinct());
    setTexts(7, statistics.commonValues());
    restore.setArray(
        8,
        statistics.commonFrequencies().isEmpty()
            ? null
            : planner.createArrayOf(
                "float4",
                statistics.commonFrequencies().stream().map(Double::floatValue).toArray()));
    setTexts(9, statistics.histogram());
    OptionalDouble correlation = statistics.correlation();
    restore.setObject(
        10,
        correlation.isPresent() ? (Float) (float) correlation.getAsDouble() : null,
        java.sql.Types.REAL);
    restore.execute();
    restore.clearWarnings();
  }

  private void setTexts(int parameter, List<String> texts) throws SQLException {
    restore.setArray(
        parameter, texts.isEmpty() ? null : planner.createArrayOf("text", texts.toArray()));
  }
}
