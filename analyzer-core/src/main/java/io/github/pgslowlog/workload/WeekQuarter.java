package io.github.pgslowlog.workload;

/**
 * Load within a quarter of an hour of the week, in UTC, whatever the week.
 *
 * @param quarter from 0, Monday 00:00 to 00:15, to 671
 * @param calls executions
 * @param micros time of executions in microseconds
 */
public record WeekQuarter(int quarter, long calls, long micros) {
  /** Quarters of an hour in a week: 672. */
  public static final int COUNT = 7 * 24 * 4;
}
