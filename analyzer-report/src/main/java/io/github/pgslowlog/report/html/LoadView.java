package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import io.github.pgslowlog.workload.WorkloadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The third section: when the load was. */
final class LoadView {
  /** Labels of the axis of time; of fewer slices, where each begins and the last ends. */
  private static final int MOST_LABELS = 5;

  private final WorkloadHistory history;
  private final Timeline timeline;
  private final List<TimeSlice> slices;

  LoadView(Ties ties) {
    history = ties.analysis.workload().history();
    timeline = history.timeline();
    slices = timeline.slices();
  }

  boolean any() {
    return !slices.isEmpty();
  }

  Instant from() {
    return slices.get(0).from();
  }

  Instant to() {
    return slices.get(slices.size() - 1).from().plus(timeline.width());
  }

  int number() {
    return (int) Duration.between(from(), to()).dividedBy(timeline.width());
  }

  String width() {
    return Figures.width(timeline.width());
  }

  String loadPath() {
    return StepPath.of(values(TimeSlice::micros));
  }

  String callsPath() {
    return StepPath.of(values(TimeSlice::calls));
  }

  private double[] values(ToLongFunction<TimeSlice> value) {
    double[] values = new double[number()];
    for (TimeSlice slice : slices) {
      values[(int) Duration.between(from(), slice.from()).dividedBy(timeline.width())] +=
          value.applyAsLong(slice);
    }
    return values;
  }

  /** Most statements at work at the same time, as a mean of a slice. */
  String loadPeak() {
    long micros = slices.stream().mapToLong(TimeSlice::micros).max().orElse(0);
    return Figures.rate(micros * 1_000d / timeline.width().toNanos());
  }

  String callsPeak() {
    long calls = slices.stream().mapToLong(TimeSlice::calls).max().orElse(0);
    return Figures.rate(calls * 1e9 / timeline.width().toNanos());
  }

  /** Times at equal distances. */
  List<String> labels() {
    List<String> labels = new ArrayList<>();
    Duration length = Duration.between(from(), to());
    int steps = Math.min(MOST_LABELS - 1, number());
    for (int i = 0; i <= steps; i++) {
      Instant time = from().plus(length.multipliedBy(i).dividedBy(steps));
      labels.add(Figures.time(time));
    }
    return labels;
  }

  String busiest() {
    TimeSlice most = slices.get(0);
    for (TimeSlice slice : slices) {
      most = slice.micros() > most.micros() ? slice : most;
    }
    return Figures.time(most.from());
  }

  WeekHeat week() {
    return new WeekHeat(history.week(), any() ? Duration.between(from(), to()) : Duration.ZERO);
  }
}
