package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.DurationBucket;
import java.util.List;

/** Durations in ten bins for each power of ten: as fine as a picture shows. */
final class HistogramBins {
  private static final int PER_DECADE = 10;

  private HistogramBins() {}

  /** The number of the first bin, then how many calls are in it and in each further one. */
  static long[] of(List<DurationBucket> buckets) {
    if (buckets.isEmpty()) {
      return new long[0];
    }
    int first = bin(buckets.get(0));
    int last = bin(buckets.get(buckets.size() - 1));
    long[] bins = new long[last - first + 2];
    bins[0] = first;
    for (DurationBucket bucket : buckets) {
      bins[1 + bin(bucket) - first] += bucket.count();
    }
    return bins;
  }

  /** That of 10<sup>n/10</sup> microseconds is n. The same on every machine. */
  private static int bin(DurationBucket bucket) {
    double middle = Math.max(1, (bucket.from() + bucket.to() - 1) / 2d);
    return (int) Math.floor(StrictMath.log10(middle) * PER_DECADE + 1e-9);
  }
}
