package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Computes an expression for values that statistics know of its column: for the most common ones,
 * for the bounds of the histogram, and for numbers and times also for values between two bounds.
 *
 * <p>The server computes it, on the connection that plans, in a read-only transaction.
 */
final class ExpressionSampler {
  /** Between two of a hundred bounds: enough to tell a thousand values from a million. */
  private static final int STEPS = 50;

  private static final String QUERY =
      """
      SELECT o, (%1$s)::text, pg_column_size(%1$s), dense_rank() OVER (ORDER BY (%1$s))
      FROM (SELECT %2$s AS %3$s, pgslowlog_o AS o
        FROM unnest(?::text[]) WITH ORDINALITY AS pgslowlog_v (pgslowlog_v, pgslowlog_o)) AS t
      """;

  private static final String BETWEEN =
      """
      SELECT o, (%1$s)::text, pg_column_size(%1$s), dense_rank() OVER (ORDER BY (%1$s))
      FROM (SELECT (%2$s)::%4$s AS %3$s, row_number() OVER (ORDER BY pgslowlog_o, pgslowlog_s) AS o
        FROM (SELECT pgslowlog_v::%4$s AS lo,
            lead(pgslowlog_v::%4$s) OVER (ORDER BY pgslowlog_o) AS hi, pgslowlog_o
          FROM unnest(?::text[]) WITH ORDINALITY AS pgslowlog_v (pgslowlog_v, pgslowlog_o)) AS b
        CROSS JOIN generate_series(0, %5$d) AS pgslowlog_s
        WHERE hi IS NOT NULL) AS t
      """;

  private final Connection connection;

  ExpressionSampler(Connection connection) {
    this.connection = connection;
  }

  /** Results for the most common values, in their order. */
  List<Sample> common(ExpressionKey key, ExpressionKey.Base base) throws SQLException {
    return run(
        QUERY.formatted(
            expression(key),
            "pgslowlog_v.pgslowlog_v::" + base.type(),
            Identifier.quoted(base.name())),
        base.statistics().commonValues());
  }

  /** Results for values all over the histogram, in the order of the column. */
  List<Sample> histogram(ExpressionKey key, ExpressionKey.Base base) throws SQLException {
    Optional<String> between = between(base);
    if (between.isEmpty()) {
      return run(
          QUERY.formatted(
              expression(key),
              "pgslowlog_v.pgslowlog_v::" + base.type(),
              Identifier.quoted(base.name())),
          base.statistics().histogram());
    }
    return run(
        BETWEEN.formatted(
            expression(key), between.get(), Identifier.quoted(base.name()), base.type(), STEPS - 1),
        base.statistics().histogram());
  }

  /** A question mark is a parameter to the driver, two are an operator of jsonb. */
  private static String expression(ExpressionKey key) {
    return key.expression().replace("?", "??");
  }

  private static Optional<String> between(ExpressionKey.Base base) {
    String share = "pgslowlog_s / " + STEPS + ".0";
    return switch (base.category()) {
      case 'N' -> Optional.of("lo + (hi - lo) * (" + share + ")");
      case 'D' ->
          switch (base.type()) {
            case "date" -> Optional.of("lo + ((hi - lo) * (" + share + "))::int");
            default ->
                base.type().startsWith("timestamp")
                    ? Optional.of("lo + (hi - lo) * (" + share + ")")
                    : Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private List<Sample> run(String sql, List<String> values) throws SQLException {
    List<Sample> samples = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("text", values.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          samples.add(
              new Sample(
                  row.getLong(1),
                  Optional.ofNullable(row.getString(2)),
                  row.getInt(3),
                  row.getLong(4)));
        }
      }
    }
    samples.sort(Comparator.comparingLong(Sample::order));
    return samples;
  }

  /**
   * A result.
   *
   * @param order position of the value it was computed for
   * @param value as text, empty for NULL
   * @param bytes its size
   * @param rank its position in the order of its type among the results of the same question
   */
  record Sample(long order, Optional<String> value, int bytes, long rank) {}
}
