package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import java.util.Comparator;
import java.util.List;

/**
 * A join of two tables by equality of columns.
 *
 * @param left the table whose name comes first; the same as the other if a table is joined with
 *     itself
 * @param right the other
 * @param columns what is equal to what, in alphabetical order; several if only together they tell
 *     which rows belong together
 * @param patterns number of patterns
 * @param calls their calls
 * @param micros their execution time in microseconds
 */
public record JoinEdge(
    TableName left,
    TableName right,
    List<ColumnPair> columns,
    long patterns,
    long calls,
    long micros) {
  /** Copies the list. */
  public JoinEdge {
    columns = List.copyOf(columns);
  }

  /**
   * A column and what it equals.
   *
   * @param left a column of the left table
   * @param right a column of the right table
   */
  public record ColumnPair(String left, String right) implements Comparable<ColumnPair> {
    private static final Comparator<ColumnPair> ORDER =
        Comparator.comparing(ColumnPair::left).thenComparing(ColumnPair::right);

    @Override
    public int compareTo(ColumnPair other) {
      return ORDER.compare(this, other);
    }

    ColumnPair turned() {
      return new ColumnPair(/* left= */ right, /* right= */ left);
    }
  }
}
