package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the server what its indexes store: types of their columns, and statistics. */
final class StoredColumnReader {
  /** Columns of {@code pg_stats s}. */
  static final String STATISTICS =
      """
        s.null_frac, s.avg_width, s.n_distinct,
        s.most_common_vals::text::text[] AS vals, s.most_common_freqs AS freqs,
        s.histogram_bounds::text::text[] AS bounds, s.correlation,
        s.most_common_elems::text::text[] AS elems, s.most_common_elem_freqs AS elem_freqs,
        s.elem_count_histogram[array_upper(s.elem_count_histogram, 1)] AS elements
      """;

  /**
   * The columns of an index with the statistics of the column of the table, or of the index itself
   * for expressions.
   */
  private static final String QUERY =
      """
      SELECT a.attnum <= x.indnkeyatts AS key, a.attlen, t.typcategory = 'S' AS text,
        CASE a.attalign WHEN 'c' THEN 1 WHEN 's' THEN 2 WHEN 'i' THEN 4 ELSE 8 END AS alignment,
        coalesce(o.opcname, '') AS opcname, c.attnum IS NULL AS computed,
      """
          + STATISTICS
          + """
      FROM pg_index x
      JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_namespace n ON n.oid = i.relnamespace
      JOIN pg_class r ON r.oid = x.indrelid
      JOIN pg_attribute a ON a.attrelid = x.indexrelid
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_opclass o ON a.attnum <= x.indnkeyatts AND o.oid = x.indclass[a.attnum - 1]
      LEFT JOIN pg_attribute c ON c.attrelid = x.indrelid AND c.attnum = x.indkey[a.attnum - 1]
        AND c.attnum > 0
      LEFT JOIN pg_stats s ON s.schemaname = n.nspname
        AND s.tablename = CASE WHEN c.attnum IS NULL THEN i.relname ELSE r.relname END
        AND s.attname = coalesce(c.attname, a.attname) AND NOT s.inherited
      WHERE x.indexrelid = ?
      ORDER BY a.attnum
      """;

  private final PreparedStatement query;

  StoredColumnReader(Connection connection) throws SQLException {
    query = connection.prepareStatement(QUERY);
  }

  /** The contents of an index, of which rows and pages are known. */
  IndexContents read(Relation index, double rows, long tablePages, boolean deduplicates)
      throws SQLException {
    List<StoredColumn> keys = new ArrayList<>();
    List<StoredColumn> included = new ArrayList<>();
    query.setLong(1, index.oid());
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        (row.getBoolean("key") ? keys : included).add(column(row));
      }
    }
    return new IndexContents(index.method(), rows, tablePages, keys, included, deduplicates);
  }

  private static StoredColumn column(ResultSet row) throws SQLException {
    double elements = row.getDouble("elements");
    return new StoredColumn(
        row.getInt("attlen"),
        row.getInt("alignment"),
        row.getBoolean("text"),
        row.getString("opcname"),
        row.getBoolean("computed") ? statistics(row).map(StoredColumnReader::stored) : statistics(row),
        elements > 0 ? OptionalDouble.of(elements) : OptionalDouble.empty());
  }

  /** A computed value has a header of four bytes until it is stored, then one if it is short. */
  private static ColumnStatistics stored(ColumnStatistics computed) {
    int width = computed.averageWidth();
    return new ColumnStatistics(
        computed.nullFraction(),
        width > 4 && width < 127 ? width - 3 : width,
        computed.distinct(),
        computed.commonValues(),
        computed.commonFrequencies(),
        computed.histogram(),
        computed.correlation(),
        computed.commonElements(),
        computed.elementFrequencies());
  }

  static Optional<ColumnStatistics> statistics(ResultSet row) throws SQLException {
    double nulls = row.getDouble("null_frac");
    if (row.wasNull()) {
      return Optional.empty();
    }
    double correlation = row.getDouble("correlation");
    boolean correlated = !row.wasNull();
    return Optional.of(
        new ColumnStatistics(
            nulls,
            row.getInt("avg_width"),
            row.getDouble("n_distinct"),
            texts(row.getArray("vals")),
            numbers(row.getArray("freqs")),
            texts(row.getArray("bounds")),
            correlated ? OptionalDouble.of(correlation) : OptionalDouble.empty(),
            texts(row.getArray("elems")),
            numbers(row.getArray("elem_freqs"))));
  }

  private static List<String> texts(@Nullable Array array)
      throws SQLException {
    return values(array).map(String::valueOf).toList();
  }

  private static List<Double> numbers(@Nullable Array array)
      throws SQLException {
    return values(array).map(value -> ((Number) value).doubleValue()).toList();
  }

  private static Stream<Object> values(@Nullable Array array)
      throws SQLException {
    return array == null
        ? Stream.of()
        : Arrays.stream((Object[]) array.getArray()).filter(Objects::nonNull);
  }
}
