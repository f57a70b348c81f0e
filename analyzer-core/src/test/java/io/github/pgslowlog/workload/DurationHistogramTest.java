package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentiles from buckets, compared with those of the sorted list. */
final class DurationHistogramTest {
  private static final double LARGEST_ERROR = 0.008;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void percentilesAreWithinTheirBound(long seed) {
    List<Long> durations = durations(seed, 5_000);
    DurationHistogram histogram = histogram(durations);

    Collections.sort(durations);

    for (int percent = 1; percent <= 100; percent++) {
      long exact = durations.get((durations.size() * percent + 99) / 100 - 1);
      assertThat(Math.abs(histogram.percentile(percent) - exact))
          .as("%d. percentile %d", percent, exact)
          .isLessThanOrEqualTo((long) Math.ceil(exact * LARGEST_ERROR));
    }
  }

  @Test
  void smallDurationsAreExact() {
    for (long micros = 0; micros < 128; micros++) {
      assertThat(DurationHistogram.middle(DurationHistogram.bucket(micros))).isEqualTo(micros);
    }
  }

  @Test
  void theMiddleOfABucketIsInTheBucket() {
    int last = DurationHistogram.bucket(Long.MAX_VALUE);

    for (int bucket = 0; bucket <= last; bucket++) {
      assertThat(DurationHistogram.bucket(DurationHistogram.middle(bucket))).isEqualTo(bucket);
    }
  }

  @Test
  void bucketsRiseWithDurationsWithoutGaps() {
    int before = 0;
    for (long micros = 1; micros < 1_000_000; micros++) {
      int bucket = DurationHistogram.bucket(micros);
      assertThat(bucket - before).isBetween(0, 1);
      before = bucket;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void mergingEqualsAddingInAnyOrder(long seed) {
    List<Long> durations = durations(seed, 999);
    DurationHistogram merged = histogram(durations.subList(600, 999));

    merged.merge(histogram(durations.subList(0, 10)));
    merged.merge(new DurationHistogram());
    merged.merge(histogram(durations.subList(10, 600)));

    DurationHistogram added = histogram(durations);
    for (int percent = 1; percent <= 100; percent++) {
      assertThat(merged.percentile(percent)).isEqualTo(added.percentile(percent));
    }
  }

  @Test
  void oneDurationIsEveryPercentile() {
    DurationHistogram histogram = histogram(List.of(77L));

    assertThat(histogram.percentile(1)).isEqualTo(77);
    assertThat(histogram.percentile(50)).isEqualTo(77);
    assertThat(histogram.percentile(100)).isEqualTo(77);
  }

  @ParameterizedTest(name = "{0} of 5 in a row, one of 9000 before and one behind")
  @ValueSource(ints = {1, 254, 255, 256, 257, 511, 512, 70_000})
  void manyInABucketCountAsMany(int many) {
    DurationHistogram added = new DurationHistogram();
    added.add(9_000);
    for (int i = 0; i < many; i++) {
      added.add(5);
    }
    added.add(9_000);
    DurationHistogram merged = new DurationHistogram();
    merged.add(5);
    merged.add(200_000);
    merged.merge(added);
    merged.merge(added);

    for (int percent = 1; percent <= 99; percent++) {
      boolean low = (percent * (many + 2L) + 99) / 100 <= many;
      assertThat(added.percentile(percent))
          .isEqualTo(low ? 5 : DurationHistogram.middle(DurationHistogram.bucket(9_000)));
      long rank = Math.max(1, (percent * (2L * many + 6) + 99) / 100);
      assertThat(merged.percentile(percent) == 5).isEqualTo(rank <= 2L * many + 1);
    }
  }

  @Test
  void bucketsTellFromWhereToWhereAndHowMany() {
    DurationHistogram histogram = histogram(List.of(5L, 128L, 129L, 127L, 1000L, 1000L));
    for (int i = 0; i < 600; i++) {
      histogram.add(5);
    }
    histogram.add(Long.MAX_VALUE);

    assertThat(histogram.toBuckets())
        .containsExactly(
            new DurationBucket(5, 6, 601),
            new DurationBucket(127, 128, 1),
            new DurationBucket(128, 130, 2),
            new DurationBucket(1000, 1008, 2),
            new DurationBucket(127L << 56, Long.MAX_VALUE, 1));
    assertThat(new DurationHistogram().toBuckets()).isEmpty();
  }

  @Test
  void nothingHasThePercentileZero() {
    assertThat(new DurationHistogram().percentile(99)).isZero();
  }

  /** From microseconds to days, each magnitude as often. */
  static List<Long> durations(long seed, int count) {
    Random random = new Random(seed);
    List<Long> durations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      durations.add((long) Math.pow(10, 11.5 * random.nextDouble()));
    }
    return durations;
  }

  private static DurationHistogram histogram(List<Long> durations) {
    DurationHistogram histogram = new DurationHistogram();
    durations.forEach(histogram::add);
    return histogram;
  }
}
