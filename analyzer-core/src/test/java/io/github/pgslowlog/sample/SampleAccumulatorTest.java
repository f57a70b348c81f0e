package io.github.pgslowlog.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which executions are kept. */
final class SampleAccumulatorTest {
  private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");
  private static final long AMPLE = 1L << 40;

  private record Execution(
      String sql, @Nullable String detail, long micros, @Nullable Instant time, String session) {}

  private static Execution execution(String sql, long micros) {
    return new Execution(sql, null, micros, START.plusMillis(micros), "66.1");
  }

  /** Patterns with the budget they share. */
  private static final class Run {
    private final SampleBudget budget;
    private final List<SampleAccumulator> patterns = new ArrayList<>();

    Run(long maxBytes, int patterns) {
      budget = new SampleBudget(maxBytes);
      for (int i = 0; i < patterns; i++) {
        this.patterns.add(new SampleAccumulator());
      }
    }

    void add(int pattern, Execution e) {
      Executions.add(
          patterns.get(pattern), e.sql(), e.detail(), e.micros(), e.time(), e.session(), budget);
      if (budget.isExceeded()) {
        budget.settle(patterns);
      }
    }

    void merge(Run other) {
      for (int i = 0; i < patterns.size(); i++) {
        patterns.get(i).merge(other.patterns.get(i));
      }
      budget.merge(other.budget);
      budget.settle(patterns);
    }

    List<KeptSamples> samples() {
      return patterns.stream().map(SampleAccumulator::toSamples).toList();
    }

    long bytes() {
      return patterns.stream()
          .flatMap(p -> p.toSamples().toPatternSamples().samples().stream())
          .mapToLong(s -> s.sql().length())
          .sum();
    }
  }

  private static PatternSamples samples(List<Execution> executions) {
    Run run = new Run(AMPLE, 1);
    executions.forEach(e -> run.add(0, e));
    return run.samples().get(0).toPatternSamples();
  }

  @Test
  void fewExecutionsAreAllKeptTheSlowestFirst() {
    PatternSamples samples =
        samples(
            List.of(
                execution("SELECT 1", 5),
                execution("SELECT 2", 900),
                execution("SELECT 3", 70),
                execution("SELECT 4", 100),
                execution("SELECT 5", 6)));

    assertThat(samples.samples())
        .extracting(Sample::sql)
        .startsWith("SELECT 2", "SELECT 4", "SELECT 3")
        .containsExactlyInAnyOrder("SELECT 2", "SELECT 4", "SELECT 3", "SELECT 1", "SELECT 5");
  }

  @Test
  void aSampleHasItsParametersTimeAndDuration() {
    PatternSamples samples =
        samples(
            List.of(
                new Execution(
                    "SELECT $1, $2", "Parameters: $1 = 'it''s', $2 = NULL", 70, START, "s")));

    assertThat(samples.samples())
        .containsExactly(
            new Sample(
                "SELECT $1, $2",
                List.of(Optional.of("it's"), Optional.empty()),
                70,
                Optional.of(START)));
  }

  @Test
  void ofManyExecutionsTheSlowestAndSomeByChanceAreKept() {
    List<Execution> executions = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      executions.add(execution("SELECT " + i, i));
    }

    List<Sample> samples = samples(executions).samples();

    assertThat(samples).hasSizeBetween(20, 23);
    assertThat(samples.subList(0, 3))
        .extracting(Sample::micros)
        .containsExactly(10_000L, 9_999L, 9_998L);
    assertThat(samples.stream().filter(s -> s.micros() <= 5_000).count()).isBetween(4L, 16L);
  }

  @Test
  void theSameExecutionTwiceIsOneSample() {
    Execution twice = execution("SELECT 1", 5);

    assertThat(samples(List.of(twice, twice)).samples()).hasSize(1);
  }

  @Test
  void executionsThatAgreeInAllNumbersDifferInTheirText() {
    Execution one = new Execution("SELECT 1", null, 5, null, "s");
    Execution other = new Execution("SELECT 2", null, 5, null, "s");

    assertThat(samples(List.of(one, other))).isEqualTo(samples(List.of(other, one)));
    assertThat(samples(List.of(one, other)).samples()).hasSize(2);
  }

  @ParameterizedTest(name = "{0} bytes of text, {1} of parameters: {2} kept, {3} too long")
  @CsvSource({"16384, 0, 1, 0", "16385, 0, 0, 1", "16000, 384, 1, 0", "16000, 385, 0, 1"})
  void longStatementsAreCountedButNotKept(int text, int parameters, int kept, int tooLong) {
    Run run = new Run(AMPLE, 1);
    run.add(0, new Execution("x".repeat(text), "p".repeat(parameters), 5, START, "s"));

    KeptSamples samples = run.samples().get(0);

    assertThat(samples.tooLong()).isEqualTo(tooLong);
    assertThat(samples.toPatternSamples().samples()).hasSize(kept);
  }

  // --- order

  @ParameterizedTest(name = "{0} bytes for all")
  @ValueSource(longs = {AMPLE, 200_000, 40_000, 9_000, 4_000, 1_000, 0})
  void anySplitInAnyOrderKeepsTheSame(long maxBytes) {
    Random random = new Random(maxBytes);
    int patterns = 12;
    List<Execution> log = log(random, 3_000);
    List<KeptSamples> whole = run(maxBytes, patterns, log).samples();

    for (int round = 0; round < 10; round++) {
      Collections.shuffle(log, random);
      List<Run> parts = new ArrayList<>();
      for (int from = 0; from < log.size(); ) {
        int to = Math.min(log.size(), from + 1 + random.nextInt(1_500));
        parts.add(run(maxBytes, patterns, log.subList(from, to)));
        from = to;
      }
      Run merged = parts.get(0);
      parts.subList(1, parts.size()).forEach(merged::merge);

      assertThat(merged.samples()).isEqualTo(whole);
    }
  }

  private static List<Execution> log(Random random, int size) {
    List<Execution> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String sql = "x".repeat(1 << random.nextInt(12)) + random.nextInt(500);
      Instant time = random.nextInt(9) == 0 ? null : START.plusSeconds(random.nextInt(50));
      log.add(new Execution(sql, null, random.nextInt(100), time, "s" + random.nextInt(3)));
    }
    return log;
  }

  /** The length of a text decides about its pattern, some of which are much more frequent. */
  private static Run run(long maxBytes, int patterns, List<Execution> log) {
    Run run = new Run(maxBytes, patterns);
    log.forEach(e -> run.add(Math.min(e.sql().hashCode() & 15, patterns - 1), e));
    return run;
  }

  // --- bound

  @ParameterizedTest
  @ValueSource(longs = {200_000, 40_000, 9_000, 4_000, 1_000, 0})
  void theSamplesOfAllPatternsStayWithinTheBound(long maxBytes) {
    Run run = new Run(maxBytes, 12);
    for (Execution e : log(new Random(1), 3_000)) {
      run.add(e.sql().hashCode() & 7, e);

      assertThat(run.bytes()).isLessThanOrEqualTo(maxBytes);
    }
  }

  @Test
  void withoutNeedNothingIsGivenUp() {
    int needed = 512 * (3 + 20);
    Run enough = new Run(needed, 1);
    Run oneByteLess = new Run(needed - 1, 1);
    for (int i = 0; i < 100; i++) {
      enough.add(0, execution("SELECT " + i, i));
      oneByteLess.add(0, execution("SELECT " + i, i));
    }

    assertThat(enough.samples().get(0)).hasToString("3 slowest, 20 others");
    assertThat(oneByteLess.samples().get(0)).hasToString("2 slowest, 10 others");
  }

  @Test
  void ofVeryManyPatternsThoseOfManyCallsKeepSamples() {
    Run run = new Run(512 * 10, 110);
    for (int i = 0; i < 2_000; i++) {
      run.add(i % 10, execution("SELECT " + i, i));
    }
    for (int i = 10; i < 110; i++) {
      run.add(i, execution("SELECT " + i, i));
    }

    List<KeptSamples> samples = run.samples();

    long busy = samples.subList(0, 10).stream().filter(SampleAccumulatorTest::hasSamples).count();
    long rare = samples.subList(10, 110).stream().filter(SampleAccumulatorTest::hasSamples).count();
    assertThat(busy).isGreaterThanOrEqualTo(5);
    assertThat(rare).isLessThanOrEqualTo(5);
  }

  private static boolean hasSamples(KeptSamples samples) {
    return !samples.toPatternSamples().samples().isEmpty();
  }
}
