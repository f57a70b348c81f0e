package io.github.pgslowlog.workload;

import java.util.List;

/**
 * Load of all statements over time, and what happened besides.
 *
 * @param timeline at most {@value #MAX_SLICES} slices from the first statement to the last
 * @param week load by quarter of an hour of the week, those with any load, in order
 * @param events of all statements, known patterns or not, those most frequent first
 */
public record WorkloadHistory(Timeline timeline, List<WeekQuarter> week, List<EventTotal> events) {
  /** 480: a slice is two pixels wide in a picture as wide as a page. */
  public static final int MAX_SLICES = 480;

  /** Nothing is known. */
  public static final WorkloadHistory NONE =
      new WorkloadHistory(Timeline.NONE, List.of(), List.of());

  /** Copies the lists. */
  public WorkloadHistory {
    week = List.copyOf(week);
    events = List.copyOf(events);
  }
}
