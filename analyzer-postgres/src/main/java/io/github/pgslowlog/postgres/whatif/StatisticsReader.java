package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads statistics of columns from the server, for each table once. */
final class StatisticsReader {
  private static final String QUERY =
      """
      SELECT attname, null_frac, avg_width, n_distinct,
        most_common_vals::text::text[] AS vals, most_common_freqs AS freqs,
        histogram_bounds::text::text[] AS bounds, correlation,
        most_common_elems::text::text[] AS elems, most_common_elem_freqs AS elem_freqs,
        elem_count_histogram[array_upper(elem_count_histogram, 1)] AS elements
      FROM pg_stats WHERE schemaname = ? AND tablename = ? AND NOT inherited
      """;

  private final PreparedStatement query;
  private final Map<Long, Map<String, KnownColumn>> known = new HashMap<>();

  StatisticsReader(Connection connection) throws SQLException {
    query = connection.prepareStatement(QUERY);
  }

  /** A column of a table; empty if it was never analyzed. */
  Optional<KnownColumn> column(Relation table, String name) throws SQLException {
    Map<String, KnownColumn> columns = known.get(table.oid());
    if (columns == null) {
      columns = read(table);
      known.put(table.oid(), columns);
    }
    return Optional.ofNullable(columns.get(name));
  }

  /** An expression of an index. */
  Optional<KnownColumn> computed(Relation index, String name) throws SQLException {
    return Optional.ofNullable(read(index).get(name));
  }

  private Map<String, KnownColumn> read(Relation relation) throws SQLException {
    Map<String, KnownColumn> columns = new HashMap<>();
    query.setString(1, relation.schema());
    query.setString(2, relation.name());
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        columns.put(row.getString("attname"), column(row));
      }
    }
    return columns;
  }

  private static KnownColumn column(ResultSet row) throws SQLException {
    double correlation = row.getDouble("correlation");
    boolean correlated = !row.wasNull();
    double elements = row.getDouble("elements");
    return new KnownColumn(
        new ColumnStatistics(
            row.getDouble("null_frac"),
            row.getInt("avg_width"),
            row.getDouble("n_distinct"),
            texts(row.getArray("vals")),
            numbers(row.getArray("freqs")),
            texts(row.getArray("bounds")),
            correlated ? OptionalDouble.of(correlation) : OptionalDouble.empty(),
            texts(row.getArray("elems")),
            numbers(row.getArray("elem_freqs"))),
        elements > 0 ? OptionalDouble.of(elements) : OptionalDouble.empty());
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return values(array).map(String::valueOf).toList();
  }

  private static List<Double> numbers(@Nullable Array array) throws SQLException {
    return values(array).map(value -> ((Number) value).doubleValue()).toList();
  }

  private static Stream<Object> values(@Nullable Array array) throws SQLException {
    return array == null
        ? Stream.of()
        : Arrays.stream((Object[]) array.getArray()).filter(Objects::nonNull);
  }
}
