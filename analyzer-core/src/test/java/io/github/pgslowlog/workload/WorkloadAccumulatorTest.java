package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Statements.accumulator;
import static io.github.pgslowlog.workload.Statements.statement;
import static io.github.pgslowlog.workload.Statements.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlanFormat;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.Resolution;
import io.github.pgslowlog.statement.StatementKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements add up to. */
final class WorkloadAccumulatorTest {
  private static final String BY_CUSTOMER = "SELECT * FROM orders WHERE customer_id = $1";

  @Test
  void statementsThatDifferInValuesAreOnePattern() {
    Workload workload =
        workload(
            List.of(
                statement(
                    StatementKind.STATEMENT, 1_500, "select * from orders where customer_id=7", 1),
                statement(StatementKind.EXECUTE, 2_500, BY_CUSTOMER, 2)));

    assertThat(workload.patterns()).hasSize(1);
    Pattern pattern = workload.patterns().get(0);
    assertThat(pattern.query()).isEqualTo(BY_CUSTOMER);
    assertThat(pattern.calls()).isEqualTo(2);
    assertThat(pattern.executionMicros()).isEqualTo(4_000);
    assertThat(pattern.durations().orElseThrow().mean()).isEqualTo(2_000);
  }

  @Test
  void parseAndBindAreApart() {
    Workload workload =
        workload(
            List.of(
                statement(StatementKind.PARSE, 10, BY_CUSTOMER, 1),
                statement(StatementKind.BIND, 200, BY_CUSTOMER, 2),
                statement(StatementKind.EXECUTE, 3_000, BY_CUSTOMER, 3)));

    Pattern pattern = workload.patterns().get(0);
    assertThat(pattern.parseMicros()).isEqualTo(10);
    assertThat(pattern.bindMicros()).isEqualTo(200);
    assertThat(pattern.executionMicros()).isEqualTo(3_000);
    assertThat(pattern.calls()).isEqualTo(1);
    assertThat(workload.executionMicros()).isEqualTo(3_000);
    assertThat(workload.executions()).isEqualTo(1);
  }

  @Test
  void furtherRowsOfAPortalAreTimeButNoCall() {
    Workload workload =
        workload(
            List.of(
                statement(StatementKind.EXECUTE, 3_000, BY_CUSTOMER, 1),
                statement(StatementKind.EXECUTE_FETCH, 500, BY_CUSTOMER, 2),
                statement(StatementKind.EXECUTE_FETCH, 600, BY_CUSTOMER, 3)));

    Pattern pattern = workload.patterns().get(0);
    assertThat(pattern.calls()).isEqualTo(1);
    assertThat(pattern.executionMicros()).isEqualTo(4_100);
    assertThat(pattern.durations().orElseThrow().max()).isEqualTo(3_000);
    assertThat(pattern.users()).containsExactly(Map.entry("shop", 1L));
  }

  @Test
  void aPatternThatWasOnlyParsedHasNoDurations() {
    Pattern pattern =
        workload(List.of(statement(StatementKind.PARSE, 10, BY_CUSTOMER, 1))).patterns().get(0);

    assertThat(pattern.durations()).isEmpty();
    assertThat(pattern.calls()).isZero();
    assertThat(pattern.users()).isEmpty();
  }

  @Test
  void durationsWithoutSqlOnlyCountByKind() {
    Workload workload =
        workload(
            List.of(
                statement(StatementKind.BARE, 70, null, 1),
                statement(StatementKind.BARE, 30, null, 2),
                statement(StatementKind.PLAN, 5, null, 3),
                statement(StatementKind.FASTPATH, 9, "lo_open", 4)));

    assertThat(workload.patterns()).isEmpty();
    assertThat(workload.byKind())
        .containsExactly(
            new KindTotal(StatementKind.FASTPATH, 1, 9),
            new KindTotal(StatementKind.BARE, 2, 100),
            new KindTotal(StatementKind.PLAN, 1, 5));
    assertThat(workload.micros(StatementKind.BARE)).isEqualTo(100);
    assertThat(workload.executionMicros()).isZero();
  }

  @Test
  void theFirstAndLastTimesAreKept() {
    Instant noon = Instant.parse("2024-05-01T12:00:00Z");
    Workload workload =
        workload(
            List.of(
                statement(StatementKind.STATEMENT, 1, BY_CUSTOMER, noon, "a"),
                statement(StatementKind.STATEMENT, 1, BY_CUSTOMER, null, "b"),
                statement(StatementKind.PARSE, 1, BY_CUSTOMER, noon.minusSeconds(5), "a"),
                statement(StatementKind.STATEMENT, 1, BY_CUSTOMER, noon.plusSeconds(5), null)));

    Pattern pattern = workload.patterns().get(0);
    assertThat(pattern.first()).contains(noon.minusSeconds(5));
    assertThat(pattern.last()).contains(noon.plusSeconds(5));
    assertThat(pattern.users()).containsExactly(Map.entry("a", 1L), Map.entry("b", 1L));
    assertThat(pattern.databases()).containsExactly(Map.entry("store", 3L));
    assertThat(pattern.applications()).isEmpty();
  }

  @Test
  void patternsThatCostMostComeFirst() {
    Workload workload =
        workload(
            List.of(
                statement(StatementKind.STATEMENT, 500, "SELECT a FROM cheap", 1),
                statement(StatementKind.STATEMENT, 900, "SELECT a FROM once", 2),
                statement(StatementKind.STATEMENT, 450, "SELECT a FROM twice", 3),
                statement(StatementKind.STATEMENT, 450, "SELECT a FROM twice", 4)));

    assertThat(workload.patterns())
        .extracting(Pattern::query)
        .containsExactly("SELECT a FROM twice", "SELECT a FROM once", "SELECT a FROM cheap");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anySplitInAnyOrderAddsUpToTheSame(long seed) {
    Random random = new Random(seed);
    List<LoggedStatement> log = log(random, 400);
    Workload whole = workload(log);

    Collections.shuffle(log, random);
    List<WorkloadAccumulator> parts = new ArrayList<>();
    int from = 0;
    while (from < log.size()) {
      int to = Math.min(log.size(), from + random.nextInt(150));
      parts.add(accumulator(log.subList(from, to)));
      from = to;
    }
    Collections.shuffle(parts, random);
    WorkloadAccumulator merged = new WorkloadAccumulator();
    parts.forEach(merged::merge);

    assertThat(merged.toWorkload()).isEqualTo(whole);
  }

  @Test
  void mergingIsAssociative() {
    List<LoggedStatement> log = log(new Random(99), 90);

    WorkloadAccumulator left = accumulator(log.subList(0, 30));
    left.merge(accumulator(log.subList(30, 60)));
    left.merge(accumulator(log.subList(60, 90)));
    WorkloadAccumulator rest = accumulator(log.subList(30, 60));
    rest.merge(accumulator(log.subList(60, 90)));
    WorkloadAccumulator right = accumulator(log.subList(0, 30));
    right.merge(rest);

    assertThat(left.toWorkload()).isEqualTo(right.toWorkload());
  }

  private static List<LoggedStatement> log(Random random, int size) {
    StatementKind[] kinds = StatementKind.values();
    List<LoggedStatement> log = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StatementKind kind = kinds[random.nextInt(kinds.length)];
      String sql = "SELECT a FROM t%d WHERE b = %d".formatted(random.nextInt(12), i);
      Instant time = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(10_000));
      log.add(
          statement(
              kind,
              1L + random.nextInt(5_000_000),
              kind.hasSql() ? sql : null,
              random.nextInt(10) == 0 ? null : time,
              random.nextInt(5) == 0 ? null : "user" + random.nextInt(3)));
    }
    return log;
  }

  // --- what sessions tell

  private static LoggedStatement resolved(
      StatementKind kind, @Nullable String sql, Resolution resolution) {
    LoggedStatement s = statement(kind, 5_000, sql, 1);
    return new LoggedStatement(
        s.location(),
        s.time(),
        s.origin(),
        s.kind(),
        s.name(),
        s.portal(),
        s.durationMicros(),
        s.sql(),
        s.detail(),
        resolution);
  }

  private static Slice slice(String text) {
    return Slice.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void joinedDurationCountsAsAnExecution() {
    Resolution joined =
        new Resolution(StatementKind.STATEMENT, slice("SELECT 7 FROM orders"), null, true);

    Workload workload = workload(List.of(resolved(StatementKind.BARE, null, joined)));

    assertThat(workload.patterns().get(0).query()).isEqualTo("SELECT $1 FROM orders");
    assertThat(workload.patterns().get(0).calls()).isEqualTo(1);
    assertThat(workload.executions()).isEqualTo(1);
    assertThat(workload.executionMicros()).isEqualTo(5_000);
    assertThat(workload.joinedMicros()).isEqualTo(5_000);
    assertThat(workload.byKind()).containsExactly(new KindTotal(StatementKind.BARE, 1, 5_000));
  }

  @Test
  void rowsOfACursorAreTimeOfItsQueryButNoCall() {
    Resolution rows =
        new Resolution(StatementKind.EXECUTE_FETCH, slice("SELECT a FROM orders"), null, false);

    Workload workload =
        workload(List.of(resolved(StatementKind.STATEMENT, "FETCH 10 FROM c", rows)));

    assertThat(workload.patterns())
        .extracting(Pattern::query)
        .containsExactly("SELECT a FROM orders");
    assertThat(workload.patterns().get(0).executionMicros()).isEqualTo(5_000);
    assertThat(workload.executions()).isZero();
    assertThat(workload.executionMicros()).isEqualTo(5_000);
    assertThat(workload.joinedMicros()).isZero();
  }

  private static PlannedStatement plan(String sql, long micros, boolean nested, boolean counted) {
    LoggedStatement s = statement(StatementKind.PLAN, micros, sql, 1);
    return new PlannedStatement(
        s.location(),
        s.time(),
        s.origin(),
        micros,
        s.sql(),
        null,
        slice("Seq Scan on orders took " + micros),
        PlanFormat.TEXT,
        nested,
        counted);
  }

  @Test
  void planThatStandsForAnExecutionCounts() {
    WorkloadAccumulator accumulator = new WorkloadAccumulator();
    accumulator.add(plan(BY_CUSTOMER, 700, false, true));
    Workload workload = accumulator.toWorkload();

    assertThat(workload.executions()).isEqualTo(1);
    assertThat(workload.executionMicros()).isEqualTo(700);
    assertThat(workload.plannedMicros()).isEqualTo(700);
    assertThat(workload.patterns().get(0).calls()).isEqualTo(1);
    assertThat(workload.patterns().get(0).users()).containsExactly(Map.entry("shop", 1L));
  }

  @Test
  void thePlanOfTheSlowestExecutionIsKept() {
    WorkloadAccumulator accumulator =
        accumulator(List.of(statement(StatementKind.STATEMENT, 900, BY_CUSTOMER, 1)));
    accumulator.add(plan(BY_CUSTOMER, 800, false, false));
    accumulator.add(plan(BY_CUSTOMER, 850, false, false));
    accumulator.add(plan(BY_CUSTOMER, 20, false, false));
    accumulator.add(plan(BY_CUSTOMER, 9_999, true, false));
    accumulator.add(plan("SELECT only_planned", 5, false, false));
    Workload workload = accumulator.toWorkload();

    assertThat(workload.patterns()).hasSize(1);
    Pattern pattern = workload.patterns().get(0);
    assertThat(pattern.executionMicros()).isEqualTo(900);
    assertThat(pattern.plan().orElseThrow().plan()).hasToString("Seq Scan on orders took 850");
  }

  private static CancelledStatement cancelled(
      String sql, CancelReason reason, @Nullable ForeignKeyCheck check) {
    LoggedStatement s = statement(StatementKind.STATEMENT, 1, sql, 1);
    return new CancelledStatement(
        s.location(), s.time(), s.origin(), reason, s.sql(), null, null, check);
  }

  @Test
  void cancelledStatementsAreNoExecutions() {
    ForeignKeyCheck check = new ForeignKeyCheck("public", "orders", List.of("customer_id"));
    WorkloadAccumulator accumulator = new WorkloadAccumulator();
    accumulator.add(cancelled(BY_CUSTOMER, CancelReason.STATEMENT_TIMEOUT, null));
    WorkloadAccumulator other = new WorkloadAccumulator();
    other.add(cancelled(BY_CUSTOMER, CancelReason.STATEMENT_TIMEOUT, check));
    other.add(cancelled(BY_CUSTOMER, CancelReason.STATEMENT_TIMEOUT, check));
    accumulator.merge(other);
    Workload workload = accumulator.toWorkload();

    assertThat(workload.executions()).isZero();
    assertThat(workload.patterns().get(0).cancelled()).isEqualTo(3);
    assertThat(workload.patterns().get(0).calls()).isZero();
    assertThat(workload.cancelled())
        .containsExactly(
            new CancelledTotal(CancelReason.STATEMENT_TIMEOUT, Optional.of(check), 2),
            new CancelledTotal(CancelReason.STATEMENT_TIMEOUT, Optional.empty(), 1));
  }

  // --- history

  @Test
  void historyTellsWhenHowLongAndFromWhere() {
    LoggedStatement first = statement(StatementKind.STATEMENT, 1_500, BY_CUSTOMER, 0);
    WorkloadAccumulator accumulator =
        accumulator(
            List.of(
                first,
                statement(StatementKind.EXECUTE, 3_001, BY_CUSTOMER, 100),
                statement(StatementKind.EXECUTE_FETCH, 7, BY_CUSTOMER, 101),
                statement(StatementKind.BIND, 9, BY_CUSTOMER, 500)));
    accumulator.add(plan(BY_CUSTOMER, 40, false, true));
    Workload workload = accumulator.toWorkload();

    PatternHistory history = workload.patterns().get(0).history();
    Instant ten = Instant.parse("2024-05-01T10:00:00Z");
    List<TimeSlice> slices =
        List.of(new TimeSlice(ten, 2, 1_540), new TimeSlice(ten.plusSeconds(100), 1, 3_008));
    assertThat(history.timeline()).isEqualTo(new Timeline(Duration.ofSeconds(5), slices));
    assertThat(history.histogram())
        .containsExactly(
            new DurationBucket(40, 41, 1),
            new DurationBucket(1_488, 1_504, 1),
            new DurationBucket(2_976, 3_008, 1));
    assertThat(history.callMicros()).isEqualTo(4_541);
    assertThat(history.squares()).isEqualTo(1_500 * 1_500 + 3_001 * 3_001 + 40 * 40);
    assertThat(history.hosts()).isEqualTo(Map.of("10.0.0.7", 1L));
    assertThat(workload.history().timeline().width()).isEqualTo(Duration.ofSeconds(1));
    assertThat(workload.history().timeline().slices().stream().mapToLong(TimeSlice::micros).sum())
        .isEqualTo(workload.executionMicros());
    assertThat(workload.history().week()).containsExactly(new WeekQuarter(2 * 96 + 40, 3, 4_548));
  }

  @Test
  void tagsCountCalls() {
    Workload workload =
        workload(
            List.of(
                statement(StatementKind.STATEMENT, 1, "SELECT 1 /*action:show*/", 1),
                statement(StatementKind.PARSE, 1, "SELECT 1 /*action:show*/", 1),
                statement(StatementKind.EXECUTE, 1, "SELECT 1 /*action='show'*/", 1),
                statement(StatementKind.STATEMENT, 1, "SELECT 1 /*action:edit,host:a*/", 1)));

    assertThat(workload.patterns().get(0).tags())
        .isEqualTo(Map.of("action", Map.of("edit", 1L, "show", 2L), "host", Map.of("a", 1L)));
  }

  @Test
  void tagsAreBoundedInAnyOrder() {
    List<LoggedStatement> log = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      log.add(statement(StatementKind.STATEMENT, 1, "SELECT 1 /*trace:t%03d*/".formatted(i), 1));
    }
    Workload inOrder = workload(log);
    Collections.shuffle(log, new Random(7));

    assertThat(workload(log)).isEqualTo(inOrder);
    assertThat(inOrder.patterns().get(0).tags().get("trace"))
        .hasSize(TagCounts.MAX_VALUES)
        .containsEntry("t000", 1L);
  }
}
