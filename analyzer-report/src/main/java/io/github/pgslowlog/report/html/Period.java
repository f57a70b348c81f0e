package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The time that statements of the log cover.
 *
 * @param from when the first ended, or the begin of its slice
 * @param to when the last ended, or the end of its slice
 */
record Period(Instant from, Instant to) {
  /** Empty if the log shows no times. */
  static Optional<Period> of(Analysis analysis) {
    Timeline timeline = analysis.workload().history().timeline();
    List<TimeSlice> slices = timeline.slices();
    if (!slices.isEmpty()) {
      Instant end = slices.get(slices.size() - 1).from().plus(timeline.width());
      return Optional.of(new Period(slices.get(0).from(), end));
    }
    List<Pattern> patterns = analysis.workload().patterns();
    Optional<Instant> first =
        patterns.stream().flatMap(p -> p.first().stream()).min(Comparator.naturalOrder());
    Optional<Instant> last =
        patterns.stream().flatMap(p -> p.last().stream()).max(Comparator.naturalOrder());
    return first.flatMap(begin -> last.map(end -> new Period(begin, end)));
  }

  Duration length() {
    return Duration.between(from, to);
  }

  long micros() {
    return length().toNanos() / 1_000;
  }
}
