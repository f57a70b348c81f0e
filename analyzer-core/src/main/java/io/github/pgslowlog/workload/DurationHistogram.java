package io.github.pgslowlog.workload;

import java.util.Arrays;

/**
 * Durations in buckets of at most 1.6 % width, so that percentiles are within 0.8 %.
 *
 * <p>Values below 128 have a bucket each; above, each power of two is cut into 64. Only integers
 * and additions: the order of values and of merges does not matter, and every machine gives the
 * same.
 */
final class DurationHistogram {
  private static final int SUB_BUCKETS = 64;
  private static final int SUB_BITS = 6;

  private long[] counts = new long[0];
  private int firstBucket;
  private long total;

  void add(long micros) {
    add(bucket(micros), 1);
  }

  void merge(DurationHistogram other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] > 0) {
        add(other.firstBucket + i, other.counts[i]);
      }
    }
  }

  private void add(int bucket, long count) {
    cover(bucket);
    counts[bucket - firstBucket] += count;
    total += count;
  }

  private void cover(int bucket) {
    if (counts.length == 0) {
      firstBucket = bucket;
      counts = new long[1];
    } else if (bucket < firstBucket) {
      long[] wider = new long[counts.length + firstBucket - bucket];
      System.arraycopy(counts, 0, wider, firstBucket - bucket, counts.length);
      firstBucket = bucket;
      counts = wider;
    } else if (bucket >= firstBucket + counts.length) {
      counts = Arrays.copyOf(counts, bucket - firstBucket + 1);
    }
  }

  /**
   * The value below which a share of the durations lies (nearest rank), as the middle of its
   * bucket.
   */
  long percentile(int percent) {
    long rank = Math.max(1, (total * percent + 99) / 100);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return middle(firstBucket + i);
      }
    }
    return 0;
  }

  static int bucket(long micros) {
    if (micros < 2 * SUB_BUCKETS) {
      return (int) Math.max(0, micros);
    }
    int shift = 63 - Long.numberOfLeadingZeros(micros) - SUB_BITS;
    return shift * SUB_BUCKETS + (int) (micros >>> shift);
  }

  static long middle(int bucket) {
    if (bucket < 2 * SUB_BUCKETS) {
      return bucket;
    }
    int shift = bucket / SUB_BUCKETS - 1;
    long low = (long) (bucket - shift * SUB_BUCKETS) << shift;
    return low + (1L << shift) / 2;
  }
}
