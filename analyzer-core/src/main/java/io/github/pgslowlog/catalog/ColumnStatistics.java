package io.github.pgslowlog.catalog;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What ANALYZE found out about a column; see <a
 * href="https://www.postgresql.org/docs/current/view-pg-stats.html">pg_stats</a>.
 *
 * @param nullFraction share of NULLs, 0 to 1
 * @param averageWidth mean length of a value in bytes
 * @param distinct number of values; if negative, minus their share of the number of rows
 * @param commonValues the most common values, as text
 * @param commonFrequencies their shares, 0 to 1
 * @param histogram bounds of groups of equal size, as text
 * @param correlation of the order of values with the order of rows, -1 to 1
 * @param commonElements the most common elements of an array or text search vector
 * @param elementFrequencies the shares of rows that have them
 */
public record ColumnStatistics(
    double nullFraction,
    int averageWidth,
    double distinct,
    List<String> commonValues,
    List<Double> commonFrequencies,
    List<String> histogram,
    OptionalDouble correlation,
    List<String> commonElements,
    List<Double> elementFrequencies) {
  /** Copies the lists. */
  public ColumnStatistics {
    commonValues = List.copyOf(commonValues);
    commonFrequencies = List.copyOf(commonFrequencies);
    histogram = List.copyOf(histogram);
    commonElements = List.copyOf(commonElements);
    elementFrequencies = List.copyOf(elementFrequencies);
  }

  /**
   * Number of different values.
   *
   * @param rows the number of rows of the table
   * @return at least 1
   */
  public double distinctValues(double rows) {
    return Math.max(1, distinct < 0 ? -distinct * rows : distinct);
  }

  /**
   * How often a value occurs, if it is one of the most common.
   *
   * @param value as text
   * @return its share, 0 to 1; empty if it is not among them
   */
  public OptionalDouble frequency(String value) {
    int at = commonValues.indexOf(value);
    return at < 0 || at >= commonFrequencies.size()
        ? OptionalDouble.empty()
        : OptionalDouble.of(commonFrequencies.get(at));
  }
}
