package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.Resolution;
import io.github.pgslowlog.statement.StatementKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

  private static final StatementKind[] KINDS = StatementKind.values();

  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final Map<Fingerprint, PatternAccumulator> patterns = new LinkedHashMap<>();
  private final long[] kindCounts = new long[KINDS.length];
  private final long[] kindMicros = new long[KINDS.length];
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
    long micros = statement.durationMicros();
    addKind(statement.kind(), 1, micros);
    Resolution real = statement.resolution();
    StatementKind kind = real == null ? statement.kind() : real.kind();
    boolean call = real == null ? kind.isCall() : real.call();
    Slice sql = real == null ? statement.sql() : real.sql();
    joinedMicros += statement.kind() == StatementKind.BARE && real != null ? micros : 0;
    if (sql == null || !kind.hasSql()) {
      return;
    }
    Slice detail = real == null ? statement.detail() : real.detail();
    add(
        pattern(sql),
        true,
        kind,
        call,
        statement.origin(),
        EpochMicros.of(statement.time()),
        micros,
        sql.array(),
        sql.from(),
        sql.to(),
        detail == null ? null : detail.array(),
        detail == null ? 0 : detail.from(),
        detail == null ? 0 : detail.to());
  }

  /**
   * Adds a statement whose time was spent on its own text, without making objects of it: what the
   * other form does with {@code LoggedStatement}s of these kinds without a resolution.
   *
   * @param known the text's pattern, of any run; remembers where it is added up in this one
   * @param kind statement, parse, bind, execute or execute_fetch
   * @param origin whose session it was
   * @param timeMicros when it ended, as {@link EpochMicros}
   * @param micros how long it took, in microseconds
   * @param sql holds the text
   * @param sqlFrom its first byte
   * @param sqlTo behind its last byte
   * @param detail holds the DETAIL section, null if there is none
   * @param detailFrom its first byte
   * @param detailTo behind its last byte
   */
  public void add(
      KnownStatement known,
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
    addKind(kind, 1, micros);
    add(
        pattern(known, sql, sqlFrom, sqlTo),
        known.hasComment(),
        kind,
        kind.isCall(),
        origin,
        timeMicros,
        micros,
        sql,
        sqlFrom,
        sqlTo,
        detail,
        detailFrom,
        detailTo);
  }

  private void add(
      PatternAccumulator pattern,
      boolean mayHaveTags,
      StatementKind kind,
      boolean call,
      Origin origin,
      long timeMicros,
      long micros,
      byte[] sql,
      int sqlFrom,
      int sqlTo,
      byte @Nullable [] detail,
      int detailFrom,
      int detailTo) {
    executions += call ? 1 : 0;
    executionMicros += kind.isExecution() ? micros : 0;
    pattern.add(kind, call, origin, timeMicros, micros);
    if (call) {
      pattern.sample(
          mayHaveTags,
          origin,
          timeMicros,
          micros,
          sql,
          sqlFrom,
          sqlTo,
          detail,
          detailFrom,
          detailTo,
          budget);
      holdSamples();
    }
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
      pattern(sql).addCancelled(EpochMicros.of(statement.time()));
    }
  }

  private PatternAccumulator pattern(KnownStatement known, byte[] sql, int from, int to) {
    if (known.attachment instanceof PatternAccumulator pattern && pattern.isOf(this)) {
      return pattern;
    }
    PatternAccumulator found = patterns.get(known.fingerprint());
    PatternAccumulator pattern = found == null ? pattern(Slice.of(sql, from, to)) : found;
    known.attachment = pattern;
    return pattern;
  }

  private PatternAccumulator pattern(Slice sql) {
    Fingerprint fingerprint = canonicalizer.read(sql);
    PatternAccumulator pattern = patterns.get(fingerprint);
    if (pattern == null) {
      pattern = new PatternAccumulator(canonicalizer.canonical(fingerprint), this);
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
    for (StatementKind kind : KINDS) {
      addKind(kind, other.kindCounts[kind.ordinal()], other.kindMicros[kind.ordinal()]);
    }
    cancelled.merge(other.cancelled);
    executions += other.executions;
    executionMicros += other.executionMicros;
    joinedMicros += other.joinedMicros;
    plannedMicros += other.plannedMicros;
    other.patterns.forEach(
        (fingerprint, theirs) -> {
          PatternAccumulator ours = patterns.putIfAbsent(fingerprint, theirs);
          if (ours == null) {
            theirs.moveTo(this);
          } else {
            ours.merge(theirs);
          }
        });
    budget.merge(other.budget);
    settleSamples();
  }

  private void addKind(StatementKind kind, long count, long micros) {
    kindCounts[kind.ordinal()] += count;
    kindMicros[kind.ordinal()] += micros;
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
        byKind(),
        cancelled.totals(),
        executions,
        executionMicros,
        joinedMicros,
        plannedMicros);
  }

  private List<KindTotal> byKind() {
    return Arrays.stream(KINDS)
        .filter(kind -> kindCounts[kind.ordinal()] > 0)
        .map(kind -> new KindTotal(kind, kindCounts[kind.ordinal()], kindMicros[kind.ordinal()]))
        .toList();
  }
}
