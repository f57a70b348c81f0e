package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an index stores of a column or expression.
 *
 * @param length {@code attlen}: bytes of a value, negative if they vary
 * @param alignment values start at a multiple of so many bytes
 * @param text whether its values are text, so that their length is that of how they are written
 * @param operatorClass the name of the operator class of a key, empty for a column of INCLUDE
 * @param statistics what is known of its values
 * @param elements how many elements a value has on average, for arrays and the like
 */
record StoredColumn(
    int length,
    int alignment,
    boolean text,
    String operatorClass,
    Optional<ColumnStatistics> statistics,
    OptionalDouble elements) {
  /** For values that vary and of which nothing is known, as the planner takes it. */
  private static final int DEFAULT_WIDTH = 32;

  /** Bytes of a value that is not NULL. */
  double width() {
    if (length > 0) {
      return length;
    }
    return statistics
        .filter(known -> known.averageWidth() > 0)
        .map(known -> (double) known.averageWidth())
        .orElse((double) DEFAULT_WIDTH);
  }

  /** Where a value may start; short values of varying length are not aligned. */
  int actualAlignment() {
    return length > 0 || width() > 127 ? alignment : 1;
  }

  double nullFraction() {
    return statistics.map(ColumnStatistics::nullFraction).orElse(0.0);
  }

  /** Number of different values, NULL being one. */
  double distinct(double rows) {
    double values =
        statistics
            .filter(known -> known.distinct() != 0)
            .map(known -> known.distinctValues(rows))
            .orElse(Math.min(200, rows));
    return Math.max(1, Math.min(rows, values + (nullFraction() > 0 ? 1 : 0)));
  }
}
