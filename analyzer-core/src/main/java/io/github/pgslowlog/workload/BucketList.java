package io.github.pgslowlog.workload;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Buckets of durations, shortest first, in 10 bytes each: 5,000 patterns may have hundreds of them.
 * Never changes.
 */
final class BucketList extends AbstractList<DurationBucket> implements RandomAccess {
  private final short[] numbers;
  private final long[] counts;

  /** Takes both arrays as they are: numbers of buckets, and how many durations are in each. */
  BucketList(short[] numbers, long[] counts) {
    this.numbers = numbers;
    this.counts = counts;
  }

  /** The list itself if it cannot change, else a copy. */
  static List<DurationBucket> copyOf(List<DurationBucket> buckets) {
    return buckets instanceof BucketList ? buckets : List.copyOf(buckets);
  }

  @Override
  public DurationBucket get(int index) {
    int bucket = numbers[index];
    return new DurationBucket(
        DurationHistogram.least(bucket), DurationHistogram.least(bucket + 1), counts[index]);
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
