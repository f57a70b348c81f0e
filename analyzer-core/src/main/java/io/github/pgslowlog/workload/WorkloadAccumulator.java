package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.fingerprint.Tags;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.Resolution;
import io.github.pgslowlog.statement.StatementEvent;
import io.github.pgslowlog.statement.StatementKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds statements up. Parts of a log may be added apart and merged; the order of statements and
 * parts only matters for which patterns are kept, when there are too many.
 *
 * <p>For one thread at a time.
 */
public final class WorkloadAccumulator {
  static final Comparator<Pattern> COSTLIEST_FIRST =
      Comparator.comparingLong(Pattern::executionMicros)
          .thenComparingLong(Pattern::calls)
          .reversed()
          .thenComparing(Pattern::fingerprint);

  /**
   * 5,000, as pg_stat_statements.max: programs have some thousands of patterns; more come from
   * texts with numbers in names of tables, of which none matters. With its syntax, its columns, its
   * samples and its history a pattern needs 7 KB where it has some hundreds of calls, about 15 KB
   * where it has very many, so that 5,000 fit into a heap of 96 MB.
   */
  public static final int DEFAULT_MAX_PATTERNS = 5_000;

  /** 8 Mi characters: 1,600 for each of 5,000 patterns, in a small heap. */
  static final long MAX_CHARACTERS = 8L << 20;

  private static final StatementKind[] KINDS = StatementKind.values();

  private final PatternTable patterns;
  private final long[] kindCounts = new long[KINDS.length];
  private final long[] kindMicros = new long[KINDS.length];
  private final CancelledAccumulator cancelled = new CancelledAccumulator();
  private final PlanBudget plans = new PlanBudget(PlanBudget.DEFAULT_BYTES);
  private final SampleBudget budget;
  private final WorkloadHistoryAccumulator history = new WorkloadHistoryAccumulator();
  private long executions;
  private long executionMicros;
  private long joinedMicros;
  private long plannedMicros;

  /** Starts empty, with default bounds. */
  public WorkloadAccumulator() {
    this(DEFAULT_MAX_PATTERNS);
  }

  /**
   * Starts empty.
   *
   * @param maxPatterns how many patterns to keep; statements of further ones add up in {@link
   *     Workload#other()}
   */
  public WorkloadAccumulator(int maxPatterns) {
    this(maxPatterns, MAX_CHARACTERS, SampleBudget.DEFAULT_BYTES);
  }

  WorkloadAccumulator(int maxPatterns, long maxCharacters, long maxSampleBytes) {
    patterns = new PatternTable(this, maxPatterns, maxCharacters);
    budget = new SampleBudget(maxSampleBytes);
  }

  /**
   * Lets somebody know of each pattern that is kept.
   *
   * @param listener called when the first statement of a pattern is added
   */
  public void onNewPattern(Consumer<CanonicalSql> listener) {
    patterns.onNewPattern(listener);
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
        patterns.totals(sql),
        call ? Tags.read(sql) : Tags.NONE,
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
   * @param tags those of the text, none unless it is a call
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
      Tags tags,
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
        patterns.totals(known, sql, sqlFrom, sqlTo),
        tags,
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
      StatementTotals totals,
      Tags tags,
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
    totals.add(kind, call, origin, timeMicros, micros);
    @Nullable PatternAccumulator pattern =
        totals instanceof PatternAccumulator known ? known : null;
    if (kind.isExecution()) {
      executions += call ? 1 : 0;
      executionMicros += micros;
      history.executed(call, timeMicros, micros);
      if (pattern != null) {
        pattern.executed(call, origin, timeMicros, micros, history.addresses());
      }
    }
    if (call && pattern != null) {
      pattern.sample(
          tags,
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
      history.executed(true, EpochMicros.of(plan.time()), plan.micros());
    }
    StatementTotals totals = patterns.totals(sql);
    if (totals instanceof PatternAccumulator pattern) {
      pattern.add(plan, sql, budget, plans, history.addresses());
      holdSamples();
    } else if (plan.counted()) {
      totals.addPlanned(plan);
    }
  }

  private void holdSamples() {
    if (budget.isExceeded()) {
      budget.settle(patterns.samples());
    }
  }

  /**
   * Adds a statement that did not finish. It is no execution.
   *
   * @param statement the statement
   */
  public void add(CancelledStatement statement) {
    cancelled.add(statement);
    Slice sql = statement.sql();
    KnownStatement known = sql == null ? null : patterns.known(sql);
    if (sql != null && known != null) {
      patterns
          .totals(known, sql.array(), sql.from(), sql.to())
          .addCancelled(EpochMicros.of(statement.time()));
    }
    happened(known, EventKind.CANCELLED, statement.reason().word(), 0);
  }

  /**
   * Adds what happened to a statement besides. It is no execution.
   *
   * @param event an error, a wait for a lock, a temporary file
   */
  public void add(StatementEvent event) {
    Slice sql = event.sql();
    KnownStatement known = sql == null ? null : patterns.known(sql);
    happened(known, EventKind.of(event.kind()), event.what(), event.amount());
  }

  private void happened(@Nullable KnownStatement known, EventKind kind, String what, long amount) {
    history.happened(known == null ? null : known.fingerprint(), kind, what, amount);
  }

  /**
   * Adds what another part of the log added up to, as if its statements followed. The other is not
   * to be used any more.
   *
   * <p>Where the part has more patterns than it may keep, this is not quite so: what it added up as
   * others cannot be taken apart again, even if it is of a pattern that is kept here.
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
    history.merge(other.history);
    patterns.merge(other.patterns, plans);
    budget.merge(other.budget);
    budget.settle(patterns.samples());
  }

  /**
   * How many duration messages were added so far.
   *
   * @return of all kinds
   */
  public long statements() {
    return Arrays.stream(kindCounts).sum();
  }

  /**
   * How many patterns are kept so far.
   *
   * @return without those that there is no room for
   */
  public int keptPatterns() {
    return patterns.size();
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
        patterns.toPatterns(history::events).sorted(COSTLIEST_FIRST).toList(),
        patterns.toOtherPatterns(),
        byKind(),
        cancelled.totals(),
        executions,
        executionMicros,
        joinedMicros,
        plannedMicros,
        history.toHistory());
  }

  private List<KindTotal> byKind() {
    return Arrays.stream(KINDS)
        .filter(kind -> kindCounts[kind.ordinal()] > 0)
        .map(kind -> new KindTotal(kind, kindCounts[kind.ordinal()], kindMicros[kind.ordinal()]))
        .toList();
  }
}
