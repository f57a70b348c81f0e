package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.Resolution;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds statements up. Parts of a log may be added apart and merged in any order.
 *
 * <p>For one thread at a time.
 */
public final class WorkloadAccumulator {
  private static final Comparator<Pattern> COSTLIEST_FIRST =
      Comparator.comparingLong(Pattern::executionMicros)
          .thenComparingLong(Pattern::calls)
          .reversed()
          .thenComparing(Pattern::fingerprint);

  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final Map<Fingerprint, PatternAccumulator> patterns = new HashMap<>();
  private final Map<StatementKind, KindTotal> byKind = new EnumMap<>(StatementKind.class);
  private final CancelledAccumulator cancelled = new CancelledAccumulator();
  private final SampleBudget budget;
  private long executions;
  private long executionMicros;
  private long joinedMicros;
  private long plannedMicros;

  /** Starts empty. */
  public WorkloadAccumulator() {
    this(SampleBudget.DEFAULT_BYTES);
  }

  WorkloadAccumulator(long maxSampleBytes) {
    budget = new SampleBudget(maxSampleBytes);
  }

  /**
   * Adds a statement: under the query that its time was spent on, if that is another.
   *
   * @param statement a duration message
   */
  public void add(LoggedStatement statement) {
    addTotal(new KindTotal(statement.kind(), 1, statement.durationMicros()));
    Resolution real = statement.resolution();
    StatementKind kind = real == null ? statement.kind() : real.kind();
    boolean call = real == null ? kind.isCall() : real.call();
    Slice sql = real == null ? statement.sql() : real.sql();
    long micros = statement.durationMicros();
    joinedMicros += statement.kind() == StatementKind.BARE && real != null ? micros : 0;
    if (sql == null || !kind.hasSql()) {
      return;
    }
    executions += call ? 1 : 0;
    executionMicros += kind.isExecution() ? micros : 0;
    Slice detail = real == null ? statement.detail() : real.detail();
    pattern(sql).add(statement, kind, call, sql, detail, budget);
    holdSamples();
  }

  /** Adds an execution in columns. */
  public void add(
      KnownStatement statement,
      StatementKind kind,
      Origin origin,
      long timeMicros,
      long micros,
      byte[] sql,
      int sqlFrom,
      int sqlTo,
      byte @Nullable [] detail,
      int detailFrom,
      int detailTo) {
    add(
        new LoggedStatement(
            new Location("", 0, 0),
            timeMicros == Long.MIN_VALUE ? null : Instant.EPOCH.plus(timeMicros, ChronoUnit.MICROS),
            origin,
            kind,
            null,
            null,
            micros,
            Slice.of(sql, sqlFrom, sqlTo),
            detail == null ? null : Slice.of(detail, detailFrom, detailTo)));
  }

  /**
   * Adds a plan. It counts as an execution if it stands for one; plans of nested statements are not
   * kept.
   *
   * @param plan a plan of auto_explain
   */
  public void add(PlannedStatement plan) {
    Slice sql = plan.sql();
    if (plan.nested() || sql == null) {
      return;
    }
    if (plan.counted()) {
      executions++;
      executionMicros += plan.micros();
      plannedMicros += plan.micros();
    }
    pattern(sql).add(plan, sql, budget);
    holdSamples();
  }

  private void holdSamples() {
    if (budget.isExceeded()) {
      settleSamples();
    }
  }

  private void settleSamples() {
    budget.settle(patterns.values().stream().map(PatternAccumulator::samples).toList());
  }

  /**
   * Adds a statement that did not finish. It is no execution.
   *
   * @param statement the statement
   */
  public void add(CancelledStatement statement) {
    cancelled.add(statement);
    Slice sql = statement.sql();
    if (sql != null) {
      pattern(sql).addCancelled(statement.time());
    }
  }

  private PatternAccumulator pattern(Slice sql) {
    Fingerprint fingerprint = canonicalizer.read(sql);
    PatternAccumulator pattern = patterns.get(fingerprint);
    if (pattern == null) {
      pattern = new PatternAccumulator(canonicalizer.canonical(fingerprint));
      patterns.put(fingerprint, pattern);
    }
    return pattern;
  }

  /**
   * Adds what another part of the log added up to. The other is not to be used any more.
   *
   * @param other the part
   */
  public void merge(WorkloadAccumulator other) {
    other.byKind.values().forEach(this::addTotal);
    cancelled.merge(other.cancelled);
    executions += other.executions;
    executionMicros += other.executionMicros;
    joinedMicros += other.joinedMicros;
    plannedMicros += other.plannedMicros;
    other.patterns.forEach(
        (fingerprint, theirs) -> {
          PatternAccumulator ours = patterns.putIfAbsent(fingerprint, theirs);
          if (ours != null) {
            ours.merge(theirs);
          }
        });
    budget.merge(other.budget);
    settleSamples();
  }

  private void addTotal(KindTotal added) {
    byKind.merge(
        added.kind(),
        added,
        (old, one) ->
            new KindTotal(old.kind(), old.count() + one.count(), old.micros() + one.micros()));
  }

  /**
   * What was added so far.
   *
   * @return an immutable snapshot
   */
  public Workload toWorkload() {
    return new Workload(
        patterns.values().stream()
            .filter(PatternAccumulator::isUsed)
            .map(PatternAccumulator::toPattern)
            .sorted(COSTLIEST_FIRST)
            .toList(),
        byKind.values().stream().toList(),
        cancelled.totals(),
        executions,
        executionMicros,
        joinedMicros,
        plannedMicros);
  }
}
