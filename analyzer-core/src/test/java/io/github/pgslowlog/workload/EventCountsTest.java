package io.github.pgslowlog.workload;

import static io.github.pgslowlog.workload.Statements.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementEvent;
import io.github.pgslowlog.statement.StatementKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events by kind and message, of patterns and of all. */
final class EventCountsTest {
  private static final String SQL = "SELECT a FROM t WHERE b = 7";

  private static StatementEvent event(
      StatementEvent.Kind kind, String what, long amount, @Nullable String sql) {
    LoggedStatement s = statement(StatementKind.STATEMENT, 1, sql, 1);
    return new StatementEvent(s.location(), s.time(), s.origin(), kind, what, amount, s.sql());
  }

  private static StatementEvent error(String what) {
    return event(StatementEvent.Kind.ERROR, what, 0, SQL);
  }

  @Test
  void eventsAddUpByWhatTheySayMostFrequentFirst() {
    EventCounts counts = new EventCounts(10);
    counts.add(EventKind.LOCK_WAIT, "ShareLock", 70);
    counts.add(EventKind.ERROR, "b", 0);
    counts.add(EventKind.LOCK_WAIT, "ShareLock", 50);
    counts.add(EventKind.ERROR, "a", 0);

    assertThat(counts.toTotals())
        .containsExactly(
            new EventTotal(EventKind.LOCK_WAIT, "ShareLock", 2, 120, 70),
            new EventTotal(EventKind.ERROR, "a", 1, 0, 0),
            new EventTotal(EventKind.ERROR, "b", 1, 0, 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void ofVeryManyTheFirstInOrderAreKeptAndTheOthersAddUp(long seed) {
    Random random = new Random(seed);
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String message = i == 0 ? "" : String.format("m%02d", i);
      messages.addAll(List.of(message, message, message));
    }
    Collections.shuffle(messages, random);
    EventCounts whole = counts(messages);
    EventCounts parts = counts(messages.subList(0, 50));
    EventCounts rest = counts(messages.subList(50, 53));
    rest.merge(counts(messages.subList(53, 180)));
    parts.merge(rest);

    List<EventTotal> totals = whole.toTotals();

    assertThat(parts.toTotals()).isEqualTo(totals);
    assertThat(totals).hasSize(11);
    assertThat(totals.get(0)).isEqualTo(new EventTotal(EventKind.ERROR, "", 150, 150, 1));
    assertThat(totals.get(1)).isEqualTo(new EventTotal(EventKind.ERROR, "m01", 3, 3, 1));
    assertThat(totals.get(10).what()).isEqualTo("m10");
  }

  private static EventCounts counts(List<String> messages) {
    EventCounts counts = new EventCounts(10);
    messages.forEach(message -> counts.add(EventKind.ERROR, message, 1));
    return counts;
  }

  @Test
  void patternsHaveTheirEventsWhateverComesFirst() {
    WorkloadAccumulator accumulator = new WorkloadAccumulator(1);
    accumulator.add(error("division by zero"));
    accumulator.add(event(StatementEvent.Kind.TEMPORARY_FILE, "", 9, null));
    accumulator.add(event(StatementEvent.Kind.DEADLOCK, "", 0, "SELECT never, finished"));
    accumulator.add(statement(StatementKind.STATEMENT, 5, SQL, 1));
    LoggedStatement s = statement(StatementKind.STATEMENT, 1, SQL, 1);
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

    Workload workload = accumulator.toWorkload();

    assertThat(workload.patterns()).hasSize(1);
    assertThat(workload.other()).isEmpty();
    assertThat(workload.patterns().get(0).history().events())
        .containsExactly(
            new EventTotal(EventKind.ERROR, "division by zero", 1, 0, 0),
            new EventTotal(EventKind.CANCELLED, "lock timeout", 1, 0, 0));
    assertThat(workload.history().events())
        .containsExactly(
            new EventTotal(EventKind.ERROR, "division by zero", 1, 0, 0),
            new EventTotal(EventKind.CANCELLED, "lock timeout", 1, 0, 0),
            new EventTotal(EventKind.DEADLOCK, "", 1, 0, 0),
            new EventTotal(EventKind.TEMPORARY_FILE, "", 1, 9, 9));
  }

  @Test
  void eventsOfVeryManyPatternsAreBoundedInAnyOrder() {
    List<StatementEvent> events = new ArrayList<>();
    List<LoggedStatement> statements = new ArrayList<>();
    for (int i = 0; i < WorkloadAccumulator.DEFAULT_MAX_PATTERNS + 300; i++) {
      String sql = "SELECT a FROM t" + i;
      events.add(event(StatementEvent.Kind.ERROR, "division by zero", 0, sql));
      statements.add(statement(StatementKind.STATEMENT, 1, sql, 1));
    }
    WorkloadAccumulator inOrder = new WorkloadAccumulator(10_000);
    statements.forEach(inOrder::add);
    events.forEach(inOrder::add);
    Collections.shuffle(events, new Random(5));
    WorkloadAccumulator parts = new WorkloadAccumulator(10_000);
    WorkloadAccumulator part = new WorkloadAccumulator(10_000);
    events.subList(0, 2_500).forEach(parts::add);
    events.subList(2_500, events.size()).forEach(part::add);
    statements.forEach(parts::add);
    parts.merge(part);

    Workload workload = inOrder.toWorkload();

    assertThat(parts.toWorkload()).isEqualTo(workload);
    assertThat(workload.patterns().stream().filter(p -> p.history().events().isEmpty()))
        .hasSize(300);
    assertThat(workload.history().events().get(0).count()).isEqualTo(events.size());
  }
}
