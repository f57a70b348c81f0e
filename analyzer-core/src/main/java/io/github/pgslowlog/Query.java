package io.github.pgslowlog;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.RowLimit;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternColumn;
import java.util.List;
import java.util.Optional;

/**
 * A pattern with what its syntax tells.
 *
 * @param pattern calls and times
 * @param type what kind of statement
 * @param tables its tables, sorted
 * @param unparsed why the SQL parser does not understand it, empty if it does
 * @param gaps what is not known of it although it was understood, in the order of {@link
 *     ReadingGap}
 * @param columns what it uses columns for, each distinct use once
 * @param limit LIMIT and OFFSET of its outermost query, empty if there is neither
 */
public record Query(
    Pattern pattern,
    StatementType type,
    List<TableName> tables,
    Optional<String> unparsed,
    List<ReadingGap> gaps,
    List<PatternColumn> columns,
    Optional<RowLimit> limit) {
  /** Copies the lists. */
  public Query {
    tables = List.copyOf(tables);
    gaps = List.copyOf(gaps);
    columns = List.copyOf(columns);
  }

  /**
   * The same text, called at other times.
   *
   * @param other calls and times
   * @return a copy
   */
  public Query withPattern(Pattern other) {
    return new Query(other, type, tables, unparsed, gaps, columns, limit);
  }
}
