package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.time.Duration;
import java.util.function.ToLongFunction;

/** A timeline in equal parts of a period. */
final class Bins {
  private Bins() {}

  /** The value of each slice goes to the bins that it covers. */
  static double[] of(
      Timeline timeline, Period period, int number, ToLongFunction<TimeSlice> value) {
    double[] bins = new double[number];
    double width = (double) period.micros() / number;
    double slice = timeline.width().toNanos() / 1_000d;
    for (TimeSlice each : timeline.slices()) {
      double from = Duration.between(period.from(), each.from()).toNanos() / 1_000d;
      spread(bins, from / width, (from + slice) / width, (double) value.applyAsLong(each));
    }
    return bins;
  }

  private static void spread(double[] bins, double from, double to, double value) {
    int first = Math.max(0, (int) from);
    int last = Math.min(bins.length - 1, (int) Math.ceil(to) - 1);
    for (int i = first; i <= last; i++) {
      double inside = Math.min(to, i + 1) - Math.max(from, i);
      bins[i] += Math.max(0, inside) * value / (to - from);
    }
  }
}
