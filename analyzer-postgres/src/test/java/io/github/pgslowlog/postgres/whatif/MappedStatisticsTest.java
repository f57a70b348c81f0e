package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.postgres.whatif.ExpressionSampler.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MappedStatisticsTest {
  @Test
  void sharesOfValuesThatBecomeTheSameAddUp() {
    ColumnStatistics country =
        column(0.1, 4, List.of("US", "us", "DE"), List.of(0.5, 0.25, 0.15), List.of());

    ColumnStatistics upper = map(country, 1000, samples("US", "US", "DE"), List.of());

    assertThat(upper.commonValues()).containsExactly("US", "DE");
    assertThat(upper.commonFrequencies()).containsExactly(0.75, 0.15);
    assertThat(upper.distinct()).isEqualTo(2);
    assertThat(upper.nullFraction()).isEqualTo(0.1);
    assertThat(upper.histogram()).isEmpty();
  }

  @Test
  void resultsThatAreNullAddToNulls() {
    ColumnStatistics base = column(0, 3, List.of("a", "b"), List.of(0.7, 0.3), List.of());

    ColumnStatistics mapped =
        map(
            base,
            1000,
            List.of(new Sample(1, Optional.of("x"), 5, 1), new Sample(2, Optional.empty(), 0, 2)),
            List.of());

    assertThat(mapped.nullFraction()).isEqualTo(0.3, within(1e-9));
    assertThat(mapped.commonValues()).containsExactly("x");
  }

  @Test
  void differentResultsOfUniqueValuesAreUnique() {
    String[] values =
        IntStream.range(0, 101).mapToObj(i -> "v" + (1000 + i)).toArray(String[]::new);
    ColumnStatistics base = column(0, -1, List.of(), List.of(), List.of(values));

    ColumnStatistics mapped = map(base, 50_000, List.of(), samples(values));

    assertThat(mapped.distinct()).isEqualTo(-1);
    assertThat(mapped.commonValues()).isEmpty();
    assertThat(mapped.histogram()).hasSize(101).startsWith("v1000").endsWith("v1100");
    assertThat(mapped.correlation().orElse(0)).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void resultsThatAllRepeatAreAllThereAre() {
    String[] results = IntStream.range(0, 1000).mapToObj(i -> "d" + i % 7).toArray(String[]::new);
    ColumnStatistics base = column(0, -1, List.of(), List.of(), List.of(results));

    ColumnStatistics mapped = map(base, 1e6, List.of(), samples(results));

    assertThat(mapped.distinct()).isEqualTo(7);
    assertThat(mapped.commonValues()).hasSize(7);
  }

  @Test
  void reversedOrderReversesCorrelation() {
    assertThat(RankCorrelation.of(List.of(1L, 2L, 3L))).isEqualTo(1);
    assertThat(RankCorrelation.of(List.of(3L, 2L, 1L))).isEqualTo(-1);
    assertThat(RankCorrelation.of(List.of(1L, 1L))).isEqualTo(1);
  }

  private static ColumnStatistics map(
      ColumnStatistics base, double rows, List<Sample> common, List<Sample> histogram) {
    return new MappedStatistics(base, rows).of(common, histogram).orElseThrow();
  }

  /** Results in the order of their values; their ranks are the positions of equal ones. */
  private static List<Sample> samples(String... results) {
    List<String> sorted =
        IntStream.range(0, results.length).mapToObj(i -> results[i]).sorted().distinct().toList();
    return IntStream.range(0, results.length)
        .mapToObj(i -> new Sample(i, Optional.of(results[i]), 5, sorted.indexOf(results[i])))
        .toList();
  }

  private static ColumnStatistics column(
      double nulls,
      double distinct,
      List<String> common,
      List<Double> frequencies,
      List<String> histogram) {
    return new ColumnStatistics(
        nulls,
        5,
        distinct,
        common,
        frequencies,
        histogram,
        OptionalDouble.of(0.5),
        List.of(),
        List.of());
  }
}
