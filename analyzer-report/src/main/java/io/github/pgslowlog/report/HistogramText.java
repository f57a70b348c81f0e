package io.github.pgslowlog.report;

import io.github.pgslowlog.workload.DurationBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long calls took, as bars: from 1, 2, 5, 10, 20 and so on, or from powers of ten where these
 * are too many. A bar's bounds are as exact as those of the buckets it is made of, 1.6 %.
 */
final class HistogramText {
  private static final int MAX_BARS = 15;
  private static final int[] FINE = {1, 2, 5};
  private static final int[] COARSE = {1};

  private final TextCanvas canvas;

  HistogramText(TextCanvas canvas) {
    this.canvas = canvas;
  }

  void write(List<DurationBucket> histogram) {
    if (histogram.isEmpty()) {
      return;
    }
    long least = middle(histogram.get(0));
    long most = middle(histogram.get(histogram.size() - 1));
    List<Long> bounds = bounds(FINE, least, most);
    if (bounds.size() > MAX_BARS) {
      bounds = bounds(COARSE, least, most);
    }
    canvas.heading("How long calls took");
    canvas.line(String.format(Locale.ROOT, "%-12s %10s", "from", "calls"));
    bars(bounds, counts(bounds, histogram));
  }

  private void bars(List<Long> bounds, long[] counts) {
    long largest = 1;
    for (long count : counts) {
      largest = Math.max(largest, count);
    }
    int room = Math.max(1, canvas.width() - 24);
    for (int i = 0; i < counts.length; i++) {
      int length = (int) Math.ceil((double) counts[i] / largest * room);
      canvas.line(
          String.format(
                  Locale.ROOT,
                  "%-12s %10s %s",
                  Words.duration(bounds.get(i)),
                  Words.count(counts[i]),
                  "#".repeat(length))
              .stripTrailing());
    }
  }

  private static long[] counts(List<Long> bounds, List<DurationBucket> histogram) {
    long[] counts = new long[bounds.size()];
    int bar = 0;
    for (DurationBucket bucket : histogram) {
      while (bar + 1 < counts.length && bounds.get(bar + 1) <= middle(bucket)) {
        bar++;
      }
      counts[bar] += bucket.count();
    }
    return counts;
  }

  /** A call of exactly 5 ms is in a bucket that begins a little below. */
  private static long middle(DurationBucket bucket) {
    return bucket.from() + (bucket.to() - bucket.from()) / 2;
  }

  /** From the last one that is not over the least to the last one that is not over the most. */
  private static List<Long> bounds(int[] steps, long least, long most) {
    List<Long> bounds = new ArrayList<>();
    bounds.add(0L);
    for (long unit = 1; unit <= most && unit < Long.MAX_VALUE / 10; unit *= 10) {
      for (int step : steps) {
        long bound = step * unit;
        if (bound <= least) {
          bounds.clear();
        }
        if (bound <= most) {
          bounds.add(bound);
        }
      }
    }
    return bounds;
  }
}
