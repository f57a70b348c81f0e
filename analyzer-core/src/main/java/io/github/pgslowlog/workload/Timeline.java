package io.github.pgslowlog.workload;

import java.time.Duration;
import java.util.List;

/**
 * Load over time, in slices of equal width, which begin at multiples of the width in UTC (weeks on
 * Monday). Statements without a time are in none.
 *
 * @param width of each slice: the smallest of 1, 5, 10, 30 s, 1, 5, 10, 30 min, 1, 3, 6, 12 h, 1
 *     and 7 days, and twice as much each from there on, by which there are not too many slices from
 *     the first to the last
 * @param slices those with any load, in order
 */
public record Timeline(Duration width, List<TimeSlice> slices) {
  /** Nothing has a time. */
  public static final Timeline NONE = new Timeline(Duration.ofSeconds(1), List.of());

  /** Copies the list. */
  public Timeline {
    slices = List.copyOf(slices);
  }
}
