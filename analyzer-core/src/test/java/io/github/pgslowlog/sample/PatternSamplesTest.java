package io.github.pgslowlog.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.sample.ConstantCounts.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which values are found at which places. */
final class PatternSamplesTest {
  private final SampleAccumulator pattern = new SampleAccumulator();
  private final SampleBudget budget = new SampleBudget(1L << 40);
  private long count;

  private PatternSamplesTest log(String sql, @Nullable String detail) {
    String parameters = detail == null ? null : "Parameters: " + detail;
    Instant time = Instant.ofEpochSecond(count++);
    Executions.add(pattern, sql, parameters, 5, time, "66.1", budget);
    return this;
  }

  private PatternSamples samples() {
    return pattern.toSamples().toPatternSamples();
  }

  @Test
  void literalsAreCountedAtTheirPlaceThoseSeenMostFirst() {
    log("SELECT * FROM t WHERE a = 'x' AND b = 7", null);
    log("SELECT * FROM t WHERE a = 'it''s' AND b = -7", null);
    log("SELECT * FROM t WHERE a = 'x' AND b = NULL", null);

    assertThat(samples().value(1))
        .isEqualTo(
            new ConstantCounts(3, 0, List.of(new Seen("x", true, 2), new Seen("it's", true, 1))));
    assertThat(samples().value(2))
        .isEqualTo(
            new ConstantCounts(3, 1, List.of(new Seen("-7", false, 1), new Seen("7", false, 1))));
    assertThat(samples().value(3)).isEqualTo(ConstantCounts.NONE);
  }

  @Test
  void parametersStandWhereTheTextNamesThem() {
    log("SELECT * FROM t WHERE a = $2 AND b = 'c' AND d = $1", "$1 = 'one', $2 = NULL");
    log("SELECT * FROM t WHERE a = $1 AND b = $3 AND d = $1", "$1 = 'eins', $2 = '2', $3 = 'drei'");

    assertThat(samples().value(1))
        .isEqualTo(new ConstantCounts(2, 1, List.of(new Seen("eins", true, 1))));
    assertThat(samples().value(2).most())
        .containsExactly(new Seen("c", true, 1), new Seen("drei", true, 1));
    assertThat(samples().value(3).most())
        .containsExactly(new Seen("eins", true, 1), new Seen("one", true, 1));
  }

  @Test
  void aParameterThatWasNotLoggedIsNoSample() {
    log("SELECT * FROM t WHERE a = $1", null);
    log("SELECT * FROM t WHERE a = $2", "$1 = 'one'");
    log("SELECT * FROM t WHERE a = $99999999999999999999", "$1 = 'one'");
    log("SELECT * FROM t WHERE a = $0", "$1 = 'one'");
    log("SELECT * FROM t WHERE a = 1", null);

    assertThat(samples().value(1))
        .isEqualTo(new ConstantCounts(1, 0, List.of(new Seen("1", false, 1))));
  }

  @Test
  void anElementOfAListCountsOnceInASample() {
    log("SELECT * FROM t WHERE a IN (1, 2, 2, 2) AND b IN ('x', NULL)", null);
    log("SELECT * FROM t WHERE a IN (2, 3) AND b IN ($1, $2)", "$1 = 'x', $2 = 'y'");

    assertThat(samples().list(1))
        .isEqualTo(
            new ConstantCounts(
                2,
                0,
                List.of(
                    new Seen("2", false, 2), new Seen("1", false, 1), new Seen("3", false, 1))));
    assertThat(samples().list(2))
        .isEqualTo(
            new ConstantCounts(2, 1, List.of(new Seen("x", true, 2), new Seen("y", true, 1))));
    assertThat(samples().list(3)).isEqualTo(ConstantCounts.NONE);
  }

  @Test
  void aValueTooLongToShowCountsAsASample() {
    String longest = "x".repeat(256);
    log("SELECT * FROM t WHERE a = '%s'".formatted(longest), null);
    log("SELECT * FROM t WHERE a = '%sx'".formatted(longest), null);
    log("SELECT * FROM t WHERE a = $1", "$1 = '%s'".formatted(longest));
    log("SELECT * FROM t WHERE a = $1", "$1 = '%sx'".formatted(longest));

    assertThat(samples().value(1))
        .isEqualTo(new ConstantCounts(4, 0, List.of(new Seen(longest, true, 2))));
  }

  @Test
  void theMostFrequentValuesAreKept() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      values.add(i == 19 || i == 18 ? "often" : "v%02d".formatted(i));
    }

    values.forEach(value -> log("SELECT * FROM t WHERE a = '%s'".formatted(value), null));

    List<Seen> most = samples().value(1).most();
    assertThat(most).hasSize(ConstantCounts.MAX_VALUES);
    assertThat(most.get(0)).isEqualTo(new Seen("often", true, 2));
    assertThat(most.get(1)).isEqualTo(new Seen("v00", true, 1));
  }

  @Test
  void aPatternWithoutSamplesHasNoValues() {
    assertThat(samples()).isEqualTo(PatternSamples.NONE);
  }
}
