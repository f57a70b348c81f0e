package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.sample.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of many executions are planned. */
final class DiverseSamplesTest {
  @Test
  void fewSamplesAreAllChosen() {
    List<Sample> samples = List.of(literal("done", 1, 10), literal("open", 2, 90));

    assertThat(DiverseSamples.of(samples, 3)).isEqualTo(samples);
  }

  @Test
  void ofUniqueValuesTheSlowestTheFastestAndOneBetweenAreChosen() {
    List<Sample> samples =
        IntStream.rangeClosed(1, 9).mapToObj(i -> bound(1000 - i, "" + i)).toList();

    assertThat(DiverseSamples.of(samples, 3))
        .extracting(Sample::micros)
        .containsExactly(999L, 991L, 995L);
  }

  @Test
  void aValueThatMostDoNotHaveIsChosen() {
    List<Sample> samples =
        List.of(
            literal("done", 1, 900),
            literal("done", 2, 890),
            literal("done", 3, 880),
            literal("open", 4, 870),
            literal("done", 5, 860));

    assertThat(sql(DiverseSamples.of(samples, 2)))
        .isEqualTo("state = 'done' AND customer = 1; state = 'open' AND customer = 4");
  }

  @Test
  void parametersAreValues() {
    List<Sample> samples =
        List.of(
            bound(900, "done", "1"),
            bound(890, "done", "2"),
            bound(880, "open", "3"),
            bound(870, "done", "4"));

    assertThat(DiverseSamples.of(samples, 2))
        .extracting(Sample::micros)
        .containsExactly(900L, 880L);
  }

  @Test
  void elementsOfListsAreValues() {
    List<Sample> samples = List.of(listed("1, 2", 900), listed("3", 890), listed("1, 2 ", 880));

    assertThat(DiverseSamples.of(samples, 2))
        .extracting(Sample::micros)
        .containsExactly(900L, 890L);
  }

  @Test
  void aNullTellsNothing() {
    List<Sample> samples =
        List.of(
            bound(900, "1", "a"),
            bound(890, "1", "b"),
            new Sample(
                "SELECT a FROM t WHERE f($1, $2)",
                List.of(Optional.empty(), Optional.empty()),
                10,
                NO_TIME));

    assertThat(DiverseSamples.of(samples, 2))
        .extracting(Sample::micros)
        .containsExactly(900L, 890L);
  }

  private static final Optional<Instant> NO_TIME = Optional.empty();

  private static Sample literal(String state, int customer, long micros) {
    String sql = "SELECT a FROM t WHERE state = '%s' AND customer = %d".formatted(state, customer);
    return new Sample(sql, List.of(), micros, NO_TIME);
  }

  private static Sample listed(String elements, long micros) {
    return new Sample("SELECT a FROM t WHERE b IN (" + elements + ")", List.of(), micros, NO_TIME);
  }

  private static Sample bound(long micros, String... values) {
    return new Sample(
        "SELECT a FROM t WHERE f($1, $2)",
        List.of(values).stream().map(Optional::of).toList(),
        micros,
        NO_TIME);
  }

  private static String sql(List<Sample> samples) {
    return samples.stream()
        .map(sample -> sample.sql().replaceFirst(".*WHERE ", ""))
        .collect(Collectors.joining("; "));
  }
}
