package io.github.pgslowlog.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** How much patterns count beside each other. */
final class QueryWeightsTest {
  @Test
  void equalPatternsCountAlike() {
    double[] weights = QueryWeights.of(DoubleStream.generate(() -> 7).limit(1_000));

    assertThat(weights).hasSize(1_000).containsOnly(weights[0]);
    assertThat(weights[0]).isCloseTo(0.001, within(1e-12));
  }

  @Test
  void weightsGrowWithTheSquareRootOfTime() {
    double[] weights = QueryWeights.of(DoubleStream.concat(DoubleStream.of(400), hundreds(99)));

    assertThat(weights[0]).isCloseTo(2 * weights[1], within(1e-12));
    assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void onePatternHasNoMoreThanATenth() {
    double[] weights =
        QueryWeights.of(DoubleStream.concat(DoubleStream.of(1e15, 1e13), hundreds(20)));

    assertThat(weights[0]).isCloseTo(0.1, within(1e-9));
    assertThat(weights[1]).isCloseTo(0.1, within(1e-9));
    assertThat(weights[2]).isCloseTo(0.04, within(1e-9));
  }

  @Test
  void ofFewPatternsOneMayHaveMore() {
    double[] weights = QueryWeights.of(DoubleStream.of(1e15, 100, 100, 100));

    assertThat(weights[0]).isCloseTo(0.5, within(1e-9));
    assertThat(weights[3]).isCloseTo(0.5 / 3, within(1e-9));
  }

  @Test
  void aSinglePatternHasAll() {
    assertThat(QueryWeights.of(DoubleStream.of(5))).containsExactly(1);
    assertThat(QueryWeights.of(DoubleStream.of(0))).containsExactly(1);
  }

  private static DoubleStream hundreds(int count) {
    return DoubleStream.generate(() -> 100).limit(count);
  }
}
