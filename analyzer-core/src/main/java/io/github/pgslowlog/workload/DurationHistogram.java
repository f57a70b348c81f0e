package io.github.pgslowlog.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private static final byte[] NONE = new byte[0];

  /** Counts of the buckets from the first on, without their multiples of 256. */
  private byte[] counts = NONE;

  /** Those multiples: null until a bucket has one. 2^39 in one bucket are more than logs hold. */
  private int @Nullable [] multiples;

  private int firstBucket;
  private long total;

  void add(long micros) {
    int index = bucket(micros) - firstBucket;
    if (index < 0 || index >= counts.length) {
      index = cover(bucket(micros));
    }
    total++;
    if (++counts[index] == 0) {
      addMultiple(index, 1);
    }
  }

  void merge(DurationHistogram other) {
    for (int i = 0; i < other.counts.length; i++) {
      add(other.firstBucket + i, other.count(i));
    }
  }

  void add(DurationBucket bucket) {
    add(bucket(bucket.from()), bucket.count());
  }

  private void add(int bucket, long count) {
    if (count > 0) {
      int index = cover(bucket);
      long sum = count(index) + count;
      addMultiple(index, (int) (sum >> 8) - (int) (count(index) >> 8));
      counts[index] = (byte) sum;
      total += count;
    }
  }

  long total() {
    return total;
  }

  private long count(int index) {
    return (counts[index] & 0xFF) + (multiples == null ? 0 : (long) multiples[index] << 8);
  }

  private void addMultiple(int index, int number) {
    if (number > 0) {
      int[] some = multiples == null ? new int[counts.length] : multiples;
      some[index] += number;
      multiples = some;
    }
  }

  /** Makes room for a bucket; returns its index. */
  private int cover(int bucket) {
    int from = counts.length == 0 ? bucket : Math.min(bucket, firstBucket);
    int to = counts.length == 0 ? bucket : Math.max(bucket, firstBucket + counts.length - 1);
    if (to - from >= counts.length) {
      byte[] wider = new byte[to - from + 1];
      System.arraycopy(counts, 0, wider, Math.max(0, firstBucket - from), counts.length);
      if (multiples != null) {
        int[] widerToo = new int[wider.length];
        System.arraycopy(multiples, 0, widerToo, firstBucket - from, counts.length);
        multiples = widerToo;
      }
      counts = wider;
      firstBucket = from;
    }
    return bucket - from;
  }

  /**
   * The value below which a share of the durations lies (nearest rank), as the middle of its
   * bucket.
   */
  long percentile(int percent) {
    long rank = Math.max(1, (total * percent + 99) / 100);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += count(i);
      if (seen >= rank) {
        return middle(firstBucket + i);
      }
    }
    return 0;
  }

  /** Those with any duration, shortest first. */
  List<DurationBucket> toBuckets() {
    int used = 0;
    for (int i = 0; i < counts.length; i++) {
      used += count(i) > 0 ? 1 : 0;
    }
    short[] numbers = new short[used];
    long[] durations = new long[used];
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      long count = count(i);
      if (count > 0) {
        numbers[next] = (short) (firstBucket + i);
        durations[next++] = count;
      }
    }
    return new BucketList(numbers, durations);
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
    return least(bucket) + (1L << shift) / 2;
  }

  /** The least duration of a bucket; behind the last bucket the most there is. */
  static long least(int bucket) {
    if (bucket < 2 * SUB_BUCKETS) {
      return bucket;
    }
    int shift = bucket / SUB_BUCKETS - 1;
    long low = (long) (bucket - shift * SUB_BUCKETS) << shift;
    return low < 0 ? Long.MAX_VALUE : low;
  }
}
