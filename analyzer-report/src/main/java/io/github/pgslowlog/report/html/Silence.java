package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A long time in which no statement was logged.
 *
 * @param from its begin, to the slice
 * @param to its end, to the slice
 */
record Silence(Instant from, Instant to) {
  private static final int MOST = 5;
  private static final Duration SHORTEST = Duration.ofMinutes(10);

  /** Slices: that a single one is empty may be chance. */
  private static final int LEAST_SLICES = 3;

  /** The longest ones, in the order of time. */
  static List<Silence> of(Timeline timeline) {
    List<TimeSlice> slices = timeline.slices();
    if (slices.isEmpty()) {
      return List.of();
    }
    Duration least = timeline.width().multipliedBy(LEAST_SLICES);
    List<Silence> found = new ArrayList<>();
    for (int i = 1; i < slices.size(); i++) {
      Instant end = slices.get(i - 1).from().plus(timeline.width());
      Silence silence = new Silence(end, slices.get(i).from());
      if (silence.length().compareTo(SHORTEST) >= 0 && silence.length().compareTo(least) >= 0) {
        found.add(silence);
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(Silence::length).reversed())
        .limit(MOST)
        .sorted(Comparator.comparing(Silence::from))
        .toList();
  }

  Duration length() {
    return Duration.between(from, to);
  }
}
