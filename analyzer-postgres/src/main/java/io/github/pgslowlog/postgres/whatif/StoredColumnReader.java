package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads from the server what its indexes store: types of their columns, and statistics. */
final class StoredColumnReader {
  private static final String COLUMNS =
      """
      SELECT x.indexrelid, a.attnum <= x.indnkeyatts AS key, a.attname, a.attlen,
        t.typcategory = 'S' AS text,
        CASE a.attalign WHEN 'c' THEN 1 WHEN 's' THEN 2 WHEN 'i' THEN 4 ELSE 8 END AS alignment,
        coalesce(o.opcname, '') AS opcname, c.attname AS base
      FROM pg_index x
      JOIN pg_attribute a ON a.attrelid = x.indexrelid
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_opclass o ON a.attnum <= x.indnkeyatts AND o.oid = x.indclass[a.attnum - 1]
      LEFT JOIN pg_attribute c ON c.attrelid = x.indrelid AND c.attnum = x.indkey[a.attnum - 1]
        AND c.attnum > 0
      WHERE x.indexrelid = ?
      ORDER BY a.attnum
      """;

  private final PreparedStatement columns;
  private final StatisticsReader statistics;

  StoredColumnReader(Connection connection, StatisticsReader statistics) throws SQLException {
    columns = connection.prepareStatement(COLUMNS);
    this.statistics = statistics;
  }

  /** The contents of an index, of which rows and pages are known. */
  IndexContents read(
      Relation index, Relation table, double rows, long tablePages, boolean deduplicates)
      throws SQLException {
    List<StoredColumn> keys = new ArrayList<>();
    List<StoredColumn> included = new ArrayList<>();
    columns.setLong(1, index.oid());
    try (ResultSet row = columns.executeQuery()) {
      while (row.next()) {
        (row.getBoolean("key") ? keys : included).add(column(row, index, table));
      }
    }
    return new IndexContents(index.method(), rows, tablePages, keys, included, deduplicates);
  }

  private StoredColumn column(ResultSet row, Relation index, Relation table) throws SQLException {
    Optional<String> base = Optional.ofNullable(row.getString("base"));
    Optional<KnownColumn> known =
        base.isPresent()
            ? statistics.column(table, base.get())
            : statistics.computed(index, row.getString("attname"));
    return new StoredColumn(
        row.getInt("attlen"),
        row.getInt("alignment"),
        row.getBoolean("text"),
        row.getString("opcname"),
        base.isPresent()
            ? known.map(KnownColumn::statistics)
            : known.map(KnownColumn::statistics).map(StoredColumnReader::stored),
        known.map(KnownColumn::elements).orElse(OptionalDouble.empty()));
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
}
