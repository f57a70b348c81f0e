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
  private static final Duration SHORTEST = Duration.ofMinutes(10);

  /** Slices: that a single one is empty may be chance. */
  private static final int LEAST_SLICES = 3;

  /** Silences from this length on are seen. */
  static Duration shortest(Timeline timeline) {
    Duration slices = timeline.width().multipliedBy(LEAST_SLICES);
    return slices.compareTo(SHORTEST) > 0 ? slices : SHORTEST;
  }

  /** In the order of time, between the first statement and the last. */
  static List<Silence> of(Timeline timeline) {
    List<TimeSlice> slices = timeline.slices();
    Duration shortest = shortest(timeline);
    List<Silence> found = new ArrayList<>();
    for (int i = 1; i < slices.size(); i++) {
      Instant end = slices.get(i - 1).from().plus(timeline.width());
      Silence silence = new Silence(end, slices.get(i).from());
      if (silence.length().compareTo(shortest) >= 0) {
        found.add(silence);
      }
    }
    return found;
  }

  /** The longest ones, in the order of time. */
  static List<Silence> longest(List<Silence> silences, int most) {
    return silences.stream()
        .sorted(Comparator.comparing(Silence::length).reversed())
        .limit(most)
        .sorted(Comparator.comparing(Silence::from))
        .toList();
  }

  Duration length() {
    return Duration.between(from, to);
  }
}
