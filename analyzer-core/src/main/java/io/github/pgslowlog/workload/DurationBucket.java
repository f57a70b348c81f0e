package io.github.pgslowlog.workload;

/**
 * How many calls took about as long.
 *
 * @param from least duration in microseconds
 * @param to the next larger bucket's least duration: at most 1.6 % more, and at least 1 microsecond
 * @param count number of calls, at least 1
 */
public record DurationBucket(long from, long to, long count) {
  /**
   * The bucket that begins at a duration.
   *
   * @param from least duration in microseconds
   * @param count number of calls
   * @return the bucket
   * @throws IllegalArgumentException when no bucket begins there, or there are no calls
   */
  public static DurationBucket of(long from, long count) {
    int bucket = DurationHistogram.bucket(from);
    if (DurationHistogram.least(bucket) != from || count < 1) {
      throw new IllegalArgumentException("no bucket: " + count + " calls from " + from + " us");
    }
    return new DurationBucket(from, DurationHistogram.least(bucket + 1), count);
  }
}
