package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of durations, compared with a slow and obvious twin. */
final class DurationAccumulatorTest {
  private static final MathContext EXACT = new MathContext(60);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void agreesWithBigDecimals(long seed) {
    List<Long> durations = DurationHistogramTest.durations(seed, 1_000);

    DurationSummary summary = accumulator(durations).summary().orElseThrow();

    assertThat(summary.min()).isEqualTo(Collections.min(durations));
    assertThat(summary.max()).isEqualTo(Collections.max(durations));
    assertThat(summary.mean()).isEqualTo(rounded(mean(durations)));
    assertThat(summary.deviation()).isEqualTo(rounded(deviation(durations)));
  }

  @Test
  void squaresOfWeeksDoNotOverflow() {
    long month = 30L * 24 * 60 * 60 * 1_000_000;
    List<Long> durations = List.of(month, month, month, 4 * month, 4 * month, 4 * month);

    DurationSummary summary = accumulator(durations).summary().orElseThrow();

    assertThat(summary.mean()).isEqualTo(month * 5 / 2);
    assertThat(summary.deviation()).isEqualTo(month * 3 / 2);
  }

  @Test
  void equalDurationsDeviateByNothing() {
    DurationSummary summary =
        accumulator(Collections.nCopies(1_000, 123_457L)).summary().orElseThrow();

    assertThat(summary)
        .isEqualTo(new DurationSummary(123_457, 123_457, 123_457, 0, 123_457, 123_457, 123_457));
  }

  @Test
  void aHalfIsRoundedUp() {
    assertThat(accumulator(List.of(1L, 2L)).summary().orElseThrow().mean()).isEqualTo(2);
  }

  @Test
  void percentilesStayBetweenTheShortestAndTheLongest() {
    DurationSummary summary = accumulator(List.of(1_000L, 1_001L)).summary().orElseThrow();

    assertThat(List.of(summary.p50(), summary.p95(), summary.p99()))
        .allSatisfy(p -> assertThat(p).isBetween(1_000L, 1_001L));
  }

  @Test
  void withoutDurationsThereIsNoSummary() {
    assertThat(new DurationAccumulator().summary()).isEmpty();
    assertThat(new DurationAccumulator().count()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mergingPartsInAnyOrderGivesTheSame(long seed) {
    List<Long> durations = DurationHistogramTest.durations(seed, 500);
    DurationAccumulator whole = accumulator(durations);

    Random random = new Random(seed);
    Collections.shuffle(durations, random);
    int cut = random.nextInt(durations.size());
    DurationAccumulator merged = accumulator(durations.subList(cut, durations.size()));
    merged.merge(new DurationAccumulator());
    merged.merge(accumulator(durations.subList(0, cut)));

    assertThat(merged.summary()).isEqualTo(whole.summary());
    assertThat(merged.count()).isEqualTo(whole.count());
  }

  private static DurationAccumulator accumulator(List<Long> durations) {
    DurationAccumulator accumulator = new DurationAccumulator();
    durations.forEach(accumulator::add);
    return accumulator;
  }

  private static BigDecimal mean(List<Long> durations) {
    return durations.stream()
        .map(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(durations.size()), EXACT);
  }

  private static BigDecimal deviation(List<Long> durations) {
    BigDecimal mean = mean(durations);
    return durations.stream()
        .map(duration -> BigDecimal.valueOf(duration).subtract(mean).pow(2, EXACT))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(durations.size()), EXACT)
        .sqrt(EXACT);
  }

  private static long rounded(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
