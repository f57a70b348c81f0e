package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.ExtendedStatistics;
import io.github.pgslowlog.catalog.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what CREATE STATISTICS made. */
final class ExtendedStatisticsRows {
  /** CREATE STATISTICS came with version 10. */
  private static final int FIRST_VERSION = 10;

  /** Letters of {@code pg_statistic_ext.stxkind}; that of expressions tells nothing more. */
  private static final Map<String, ExtendedStatistics.Kind> KINDS =
      Map.of(
          "d", ExtendedStatistics.Kind.NDISTINCT,
          "f", ExtendedStatistics.Kind.DEPENDENCIES,
          "m", ExtendedStatistics.Kind.MCV);

  private ExtendedStatisticsRows() {}

  static List<ExtendedStatistics> read(Connection connection, int version) throws SQLException {
    return version < FIRST_VERSION
        ? List.of()
        : Queries.list(
            connection, CatalogSql.extendedStatistics(version), ExtendedStatisticsRows::statistics);
  }

  private static ExtendedStatistics statistics(ResultSet row) throws SQLException {
    Set<ExtendedStatistics.Kind> kinds = EnumSet.noneOf(ExtendedStatistics.Kind.class);
    for (String letter : Queries.texts(row, 4)) {
      Optional.ofNullable(KINDS.get(letter)).ifPresent(kinds::add);
    }
    return new ExtendedStatistics(
        row.getString(1),
        new TableName(row.getString(2), row.getString(3)),
        kinds,
        Queries.texts(row, 5),
        Queries.texts(row, 6));
  }
}
