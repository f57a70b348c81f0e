package io.github.pgslowlog.filter;

import java.util.List;

/**
 * How much of the logs a filter let pass. Entries are messages about durations, as {@code pgslowlog
 * entries} prints them; executions are counted as in reports.
 *
 * @param entries all that were read
 * @param passedEntries those that passed, whatever the calls of their pattern
 * @param executions all that were read
 * @param passedExecutions those that passed and are in the report
 * @param leftOutPatterns number of patterns left out because of too few calls
 * @param parts what was asked for, in the order of {@link Criterion}
 */
public record FilterCoverage(
    long entries,
    long passedEntries,
    long executions,
    long passedExecutions,
    long leftOutPatterns,
    List<Part> parts) {
  /** Copies the list. */
  public FilterCoverage {
    parts = List.copyOf(parts);
  }

  /**
   * One thing that was asked for.
   *
   * @param criterion what it looks at
   * @param wanted what passes, for people, such as {@code shop*, not shop_test}
   * @param removed number of entries it took away from those that passed the parts before; for
   *     calls number of executions
   */
  public record Part(Criterion criterion, String wanted, long removed) {}
}
