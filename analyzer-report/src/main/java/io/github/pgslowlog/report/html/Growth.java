package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the time of a pattern changes: its execution time in the first and in the last third of the
 * time that the log covers.
 *
 * @param first microseconds in the first third
 * @param last microseconds in the last third
 */
record Growth(long first, long last) {
  /** Fewer slices of a third say nothing. */
  private static final int LEAST_SLICES = 12;

  /** A pattern that is called less often comes and goes by chance. */
  private static final int LEAST_CALLS = 12;

  /** Whether slices of such a width are narrow enough for thirds of the period. */
  static boolean isTold(Period period, Duration width) {
    return period.length().dividedBy(width) >= LEAST_SLICES;
  }

  /** Empty if the pattern is too rare, or nothing is known of when. */
  static Optional<Growth> of(Pattern pattern, Period period) {
    Timeline timeline = pattern.history().timeline();
    if (pattern.calls() < LEAST_CALLS
        || timeline.slices().isEmpty()
        || !isTold(period, timeline.width())) {
      return Optional.empty();
    }
    Duration third = period.length().dividedBy(3);
    Instant early = period.from().plus(third);
    Instant late = period.to().minus(third);
    return Optional.of(
        new Growth(within(timeline, period.from(), early), within(timeline, late, period.to())));
  }

  /** Time of the slices; of one that is cut by a bound, the share that is inside. */
  private static long within(Timeline timeline, Instant from, Instant to) {
    double micros = 0;
    for (TimeSlice slice : timeline.slices()) {
      Instant end = slice.from().plus(timeline.width());
      Instant begin = slice.from().isAfter(from) ? slice.from() : from;
      Duration inside = Duration.between(begin, end.isBefore(to) ? end : to);
      if (!inside.isNegative()) {
        micros += slice.micros() * ((double) inside.toNanos() / timeline.width().toNanos());
      }
    }
    return Math.round(micros);
  }

  long difference() {
    return last - first;
  }

  /** {@code +4.56 s}. */
  String words() {
    long difference = difference();
    return difference > 0 ? "+" + Figures.duration(difference) : Figures.duration(difference);
  }
}
