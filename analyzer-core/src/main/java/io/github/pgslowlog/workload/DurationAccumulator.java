package io.github.pgslowlog.workload;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Exact sums over durations in microseconds; merging in any order gives the same summary. */
final class DurationAccumulator {
  private final DurationHistogram histogram = new DurationHistogram();
  private long count;
  private long sum;
  private long min = Long.MAX_VALUE;
  private long max;
  private long squaresHigh;
  private long squaresLow;

  void add(long micros) {
    count++;
    sum += micros;
    min = Math.min(min, micros);
    max = Math.max(max, micros);
    addSquares(Math.multiplyHigh(micros, micros), micros * micros);
    histogram.add(micros);
  }

  void merge(DurationAccumulator other) {
    count += other.count;
    sum += other.sum;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    addSquares(other.squaresHigh, other.squaresLow);
    histogram.merge(other.histogram);
  }

  /** 128-bit addition. */
  private void addSquares(long high, long low) {
    long before = squaresLow;
    squaresLow += low;
    squaresHigh += high + (Long.compareUnsigned(squaresLow, before) < 0 ? 1 : 0);
  }

  long count() {
    return count;
  }

  long sum() {
    return sum;
  }

  BigInteger squares() {
    return BigInteger.valueOf(squaresHigh)
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(squaresLow)));
  }

  List<DurationBucket> buckets() {
    return histogram.toBuckets();
  }

  Optional<DurationSummary> summary() {
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new DurationSummary(
            min, max, mean(), deviation(), percentile(50), percentile(95), percentile(99)));
  }

  private long mean() {
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private long percentile(int percent) {
    return Math.min(max, Math.max(min, histogram.percentile(percent)));
  }

  private long deviation() {
    BigInteger n = BigInteger.valueOf(count);
    BigInteger total = BigInteger.valueOf(sum);
    BigInteger scaled = squares().multiply(n).subtract(total.multiply(total));
    BigDecimal variance =
        new BigDecimal(scaled).divide(new BigDecimal(n.multiply(n)), MathContext.DECIMAL128);
    return variance.sqrt(MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
