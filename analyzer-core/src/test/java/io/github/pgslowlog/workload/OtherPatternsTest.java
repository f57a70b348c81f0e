package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Statements.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlanFormat;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.OtherPatterns.Bound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More patterns than there is room for. */
final class OtherPatternsTest {
  private static Workload workload(int maxPatterns, List<LoggedStatement> statements) {
    return accumulator(maxPatterns, statements).toWorkload();
  }

  private static WorkloadAccumulator accumulator(
      int maxPatterns, List<LoggedStatement> statements) {
    WorkloadAccumulator accumulator = new WorkloadAccumulator(maxPatterns);
    statements.forEach(accumulator::add);
    return accumulator;
  }

  private static List<LoggedStatement> onePerTable(int tables) {
    List<LoggedStatement> statements = new ArrayList<>();
    for (int i = 1; i <= tables; i++) {
      statements.add(statement(StatementKind.STATEMENT, 100 + i, "SELECT a FROM t" + i, i));
    }
    return statements;
  }

  // --- number

  @Test
  void asManyAsAllowedAreKept() {
    Workload workload = workload(7, onePerTable(7));

    assertThat(workload.patterns()).hasSize(7);
    assertThat(workload.other()).isEmpty();
  }

  @Test
  void oneMoreIsAnOther() {
    Workload workload = workload(7, onePerTable(8));

    assertThat(workload.patterns()).hasSize(7);
    OtherPatterns other = workload.other().orElseThrow();
    assertThat(other.bound()).isEqualTo(Bound.NUMBER);
    assertThat(other.patterns()).isEqualTo(1);
    assertThat(other.calls()).isEqualTo(1);
    assertThat(other.executionMicros()).isEqualTo(108);
    assertThat(other.durations().orElseThrow().max()).isEqualTo(108);
    assertThat(other.first()).contains(Instant.parse("2024-05-01T10:00:08Z"));
    assertThat(other.last()).isEqualTo(other.first());
    assertThat(other.users()).isEqualTo(Map.of("shop", 1L));
    assertThat(other.databases()).isEqualTo(Map.of("store", 1L));
    assertThat(other.applications()).isEmpty();
  }

  @Test
  void theFirstAreKeptHoweverCheap() {
    List<LoggedStatement> statements = onePerTable(3);
    statements.add(statement(StatementKind.STATEMENT, 900_000, "SELECT a FROM slow", 4));
    statements.add(statement(StatementKind.STATEMENT, 5, "SELECT a FROM t2", 5));

    Workload workload = workload(3, statements);

    assertThat(workload.patterns())
        .extracting(Pattern::query)
        .containsExactly("SELECT a FROM t2", "SELECT a FROM t3", "SELECT a FROM t1");
    assertThat(workload.patterns().get(0).calls()).isEqualTo(2);
    assertThat(workload.other().orElseThrow().executionMicros()).isEqualTo(900_000);
  }

  @Test
  void byDefaultFiveThousandAreKept() {
    WorkloadAccumulator accumulator = new WorkloadAccumulator();
    onePerTable(5_001).forEach(accumulator::add);

    Workload workload = accumulator.toWorkload();

    assertThat(workload.patterns()).hasSize(5_000);
    assertThat(workload.other().orElseThrow().calls()).isEqualTo(1);
  }

  // --- texts

  @ParameterizedTest(name = "room for {0} characters: {1} of 3 texts of 16 are kept")
  @CsvSource({"48, 3", "47, 2", "32, 2", "31, 1", "16, 1", "15, 0"})
  void textsFindRoomOrAreOthers(long maxCharacters, int kept) {
    WorkloadAccumulator accumulator =
        new WorkloadAccumulator(100, maxCharacters, SampleBudget.DEFAULT_BYTES);
    for (LoggedStatement statement : onePerTable(3)) {
      accumulator.add(statement);
      accumulator.add(statement);
    }

    Workload workload = accumulator.toWorkload();

    assertThat(workload.patterns()).hasSize(kept);
    assertThat(workload.other().map(OtherPatterns::calls).orElse(0L)).isEqualTo(2L * (3 - kept));
    assertThat(workload.other().map(OtherPatterns::bound).orElse(Bound.TEXTS))
        .isEqualTo(Bound.TEXTS);
  }

  @Test
  void longTextsTakeHalfOfTheRoomAtMost() {
    String list = ", " + "a".repeat(60);
    WorkloadAccumulator accumulator =
        new WorkloadAccumulator(100, 100_000, SampleBudget.DEFAULT_BYTES);
    for (int i = 0; i < 5; i++) {
      String sql = "SELECT " + i + list.repeat(PatternTable.LONG_TEXT / 60) + " FROM t" + i;
      accumulator.add(statement(StatementKind.STATEMENT, 1, sql, i));
      accumulator.add(statement(StatementKind.STATEMENT, 1, "SELECT a FROM t" + i, i));
    }

    Workload workload = accumulator.toWorkload();

    assertThat(workload.patterns().stream().filter(p -> p.query().length() > 100)).hasSize(2);
    assertThat(workload.patterns()).hasSize(7);
    assertThat(workload.other().orElseThrow().calls()).isEqualTo(3);
  }

  // --- sums

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void patternsAndOthersAddUpToTheTotals(long seed) {
    Random random = new Random(seed);
    List<LoggedStatement> log = log(random, 3_000);
    Workload all = workload(100_000, log);

    Workload some = workload(20 + random.nextInt(200), log);

    OtherPatterns other = some.other().orElseThrow();
    assertThat(some.byKind()).isEqualTo(all.byKind());
    assertThat(some.executions()).isEqualTo(all.executions());
    assertThat(some.executionMicros()).isEqualTo(all.executionMicros());
    assertThat(sum(some, Pattern::calls) + other.calls()).isEqualTo(all.executions());
    assertThat(sum(some, Pattern::executionMicros) + other.executionMicros())
        .isEqualTo(all.executionMicros());
    assertThat(sum(some, Pattern::parseMicros) + other.parseMicros())
        .isEqualTo(all.micros(StatementKind.PARSE));
    assertThat(sum(some, Pattern::bindMicros) + other.bindMicros())
        .isEqualTo(all.micros(StatementKind.BIND));
    assertThat(all.patterns()).containsAll(some.patterns());
    assertThat(other.patterns())
        .isCloseTo(all.patterns().size() - some.patterns().size(), within(20L));
  }

  private static long sum(Workload workload, ToLongFunction<Pattern> number) {
    return workload.patterns().stream().mapToLong(number).sum();
  }

  private static List<LoggedStatement> log(Random random, int size) {
    StatementKind[] kinds = StatementKind.values();
    List<LoggedStatement> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StatementKind kind = kinds[random.nextInt(5)];
      String sql = "SELECT a FROM t%d".formatted(random.nextInt(1 + random.nextInt(900)));
      log.add(statement(kind, 1L + random.nextInt(5_000_000), sql, random.nextInt(90)));
    }
    return log;
  }

  @Test
  void cancelledStatementsAndPlansAreAmongTheOthers() {
    WorkloadAccumulator accumulator = accumulator(1, onePerTable(1));
    LoggedStatement s = statement(StatementKind.STATEMENT, 70, "SELECT 1 FROM other", 9);
    accumulator.add(
        new CancelledStatement(
            s.location(),
            s.time(),
            s.origin(),
            CancelReason.LOCK_TIMEOUT,
            s.sql(),
            null,
            null,
            null));
    accumulator.add(plan(s, "a plan", true));
    accumulator.add(plan(s, "its duration is logged", false));

    Workload workload = accumulator.toWorkload();

    OtherPatterns other = workload.other().orElseThrow();
    assertThat(other.messages()).isEqualTo(2);
    assertThat(other.cancelled()).isEqualTo(1);
    assertThat(other.calls()).isEqualTo(1);
    assertThat(other.executionMicros()).isEqualTo(70);
    assertThat(other.patterns()).isEqualTo(1);
    assertThat(workload.executionMicros()).isEqualTo(101 + 70);
  }

  @Test
  void aPlanAloneIsNoOther() {
    WorkloadAccumulator accumulator = accumulator(1, onePerTable(1));
    accumulator.add(plan(onePerTable(2).get(1), "its duration will be logged", false));

    assertThat(accumulator.toWorkload().other()).isEmpty();
  }

  // --- merging

  @ParameterizedTest(name = "at most {0} patterns")
  @ValueSource(ints = {1, 30, 99, 1_000})
  void partsThatFitMergeAsIfOneFollowedTheOther(int maxPatterns) {
    List<LoggedStatement> log = log(new Random(maxPatterns), 2_000);
    int parts = maxPatterns == 1_000 ? 4 : 2_000 / maxPatterns;

    WorkloadAccumulator merged = new WorkloadAccumulator(maxPatterns);
    for (int part = 0; part < parts; part++) {
      int from = 2_000 * part / parts;
      List<LoggedStatement> some = log.subList(from, 2_000 * (part + 1) / parts);
      WorkloadAccumulator next = accumulator(maxPatterns, some);
      if (next.toWorkload().other().isEmpty()) {
        merged.merge(next);
      } else {
        some.forEach(merged::add);
      }
    }

    assertThat(merged.toWorkload()).isEqualTo(workload(maxPatterns, log));
  }

  @Test
  void mergedOthersAddUp() {
    List<LoggedStatement> log = log(new Random(3), 2_000);
    WorkloadAccumulator merged = accumulator(10, log.subList(0, 1_000));
    merged.merge(accumulator(10, log.subList(1_000, 2_000)));
    Workload whole = workload(10, log);

    Workload workload = merged.toWorkload();

    OtherPatterns other = workload.other().orElseThrow();
    assertThat(workload.patterns()).hasSize(10);
    assertThat(sum(workload, Pattern::calls) + other.calls()).isEqualTo(whole.executions());
    assertThat(sum(workload, Pattern::executionMicros) + other.executionMicros())
        .isEqualTo(whole.executionMicros());
    assertThat(other.patterns())
        .isBetween(
            whole.other().orElseThrow().patterns(), whole.other().orElseThrow().patterns() + 10);
  }

  // --- plans

  private static PlannedStatement plan(LoggedStatement s, String plan, boolean counted) {
    return new PlannedStatement(
        s.location(),
        s.time(),
        s.origin(),
        s.durationMicros(),
        s.sql(),
        null,
        Slice.of(plan.getBytes(StandardCharsets.UTF_8)),
        PlanFormat.TEXT,
        false,
        counted);
  }

  @ParameterizedTest(name = "{0} bytes for a text of 16 and a plan of 32")
  @CsvSource({"48, 1", "47, 0"})
  void plansFindRoomOrAreNotKept(long maxBytes, int kept) {
    PlanBudget budget = new PlanBudget(maxBytes);
    LoggedStatement statement = onePerTable(1).get(0);

    assertThat(budget.exchange(null, plan(statement, "x".repeat(32), false))).isEqualTo(kept == 1);
  }

  @Test
  void aPlanThatTakesThePlaceOfAnotherNeedsTheDifference() {
    PlanBudget budget = new PlanBudget(100);
    LoggedStatement s = onePerTable(1).get(0);
    PlannedStatement small = plan(s, "x".repeat(40), false);
    PlannedStatement large = plan(s, "x".repeat(84), false);

    assertThat(budget.exchange(null, small)).isTrue();
    assertThat(budget.exchange(null, large)).isFalse();
    assertThat(budget.exchange(small, large)).isTrue();
    assertThat(budget.exchange(null, small)).isFalse();
    assertThat(budget.exchange(large, small)).isTrue();
  }

  @Test
  void aKeptPlanIsACopy() {
    byte[] block = "plan: Seq Scan on t1, and a megabyte more".getBytes(StandardCharsets.UTF_8);
    LoggedStatement s = onePerTable(1).get(0);
    PlannedStatement planned =
        new PlannedStatement(
            s.location(),
            s.time(),
            s.origin(),
            5,
            s.sql(),
            Slice.of(block, 0, 4),
            Slice.of(block, 6, 20),
            PlanFormat.TEXT,
            false,
            true);
    WorkloadAccumulator accumulator = new WorkloadAccumulator();
    accumulator.add(planned);

    PlannedStatement kept = accumulator.toWorkload().patterns().get(0).plan().orElseThrow();

    assertThat(kept).isEqualTo(planned);
    assertThat(kept.plan().array()).hasSize(14);
    assertThat(kept.plan()).hasToString("Seq Scan on t1");
  }
}
