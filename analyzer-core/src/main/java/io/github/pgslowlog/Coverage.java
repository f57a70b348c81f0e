package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.filter.FilterCoverage;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * How much of the logs was understood. Shares are in tenths of a percent, rounded down, and 1000
 * where there was nothing to understand. With a filter they are shares of what passed, and of what
 * was skipped, of which nobody knows whether it would have.
 *
 * @param lines lines read
 * @param entries log entries (messages) recognised
 * @param skipped what was not read, by reason
 * @param lostMicros time in microseconds that skipped text reports, as far as it could be read
 * @param understoodTime share of all logged time whose SQL (or function) is known; 0 if no entry
 *     was recognised
 * @param sqlParsedTime share of the execution time of SELECT, INSERT, UPDATE, DELETE, MERGE and the
 *     like that the SQL parser understood; the time of {@link
 *     io.github.pgslowlog.workload.Workload#other()}, whose texts were not kept, counts as not
 *     understood
 * @param columnsResolvedTime share of that time in patterns all of whose columns have a known table
 * @param dataPatterns number of patterns that read or change tables
 * @param parsedPatterns how many of those the SQL parser understood
 * @param sql what became of the patterns, those that touch no tables included
 * @param columnUses number of uses of columns; in each role and pattern a column counts once
 * @param ambiguousUses how many of these are of a column whose table is not known
 * @param cutPatterns number of patterns with more pairs of columns than are counted
 * @param longStatements number of executions whose text is too long for its values to be looked at
 * @param filter what a filter let pass, empty without one
 */
public record Coverage(
    long lines,
    long entries,
    List<SkipCount> skipped,
    long lostMicros,
    int understoodTime,
    int sqlParsedTime,
    int columnsResolvedTime,
    int dataPatterns,
    int parsedPatterns,
    SqlCoverage sql,
    long columnUses,
    long ambiguousUses,
    long cutPatterns,
    long longStatements,
    Optional<FilterCoverage> filter) {
  /** Copies the list. */
  public Coverage {
    skipped = List.copyOf(skipped);
  }

  /** Tenths of a percent that a part is of a whole. */
  static int share(long part, long whole) {
    if (whole == 0) {
      return 1000;
    }
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(1000))
        .divide(BigInteger.valueOf(whole))
        .intValueExact();
  }
}
