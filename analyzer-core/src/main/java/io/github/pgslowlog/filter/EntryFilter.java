package io.github.pgslowlog.filter;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.Resolution;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies a {@link LogFilter} to the messages of a run, but for the number of calls, and counts
 * what passes. For one thread.
 */
public final class EntryFilter {
  private static final Criterion[] CRITERIA = Criterion.values();

  private final LogFilter filter;
  private final boolean anyTime;
  private final long begin;
  private final long end;
  private final long minMicros;
  private final OriginCriteria origins;
  private final @Nullable PatternCriteria patterns;
  private final long[] removed = new long[CRITERIA.length];
  private long entries;
  private long passedEntries;
  private long executions;
  private long passedExecutions;
  private long longest;

  /**
   * Starts a run.
   *
   * @param filter what passes
   */
  public EntryFilter(LogFilter filter) {
    this.filter = filter;
    anyTime = filter.begin().isEmpty() && filter.end().isEmpty();
    begin = filter.begin().map(EpochMicros::of).orElse(Long.MIN_VALUE);
    end = filter.end().map(EpochMicros::of).orElse(Long.MAX_VALUE);
    minMicros = filter.minDuration().map(EntryFilter::micros).orElse(0L);
    origins = new OriginCriteria(filter);
    patterns = PatternCriteria.of(filter);
  }

  /** Rounded up: what is a fraction of a microsecond shorter does not pass. */
  private static long micros(Duration duration) {
    try {
      return Math.addExact(
          Math.multiplyExact(duration.getSeconds(), 1_000_000L), (duration.getNano() + 999) / 1000);
    } catch (ArithmeticException endless) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * Whether a message passes; it counts as read.
   *
   * @param statement a message about a duration
   * @return true if it does: by the query that its time was spent on, if that is another
   */
  public boolean passes(LoggedStatement statement) {
    Resolution real = statement.resolution();
    Slice sql = real == null ? statement.sql() : real.sql();
    StatementKind kind = real == null ? statement.kind() : real.kind();
    boolean call = real == null ? kind.isCall() : real.call();
    boolean text = kind.hasSql() || kind == StatementKind.PLAN;
    long micros = statement.durationMicros();
    Criterion failed =
        failed(EpochMicros.of(statement.time()), statement.origin(), micros, text ? sql : null);
    return count(failed, micros, call && sql != null);
  }

  /**
   * The same of a message whose text says what its time was spent on, without an object.
   *
   * @param statement its pattern
   * @param kind statement, parse, bind, execute or execute_fetch
   * @param origin whose session it was
   * @param timeMicros when it was logged, as {@link EpochMicros}
   * @param micros how long it took, in microseconds
   * @param sql holds the text
   * @param sqlFrom its first byte
   * @param sqlTo behind its last byte
   * @return whether it passes
   */
  public boolean passes(
      KnownStatement statement,
      StatementKind kind,
      Origin origin,
      long timeMicros,
      long micros,
      byte[] sql,
      int sqlFrom,
      int sqlTo) {
    Criterion failed = failed(timeMicros, origin, micros);
    if (failed == null && patterns != null) {
      failed = patterns.failed(statement.fingerprint(), sql, sqlFrom, sqlTo);
    }
    return count(failed, micros, kind.isCall());
  }

  /**
   * Whether a plan passes. If it stands for an execution, that counts.
   *
   * @param plan a plan of auto_explain
   * @return true if it does
   */
  public boolean passes(PlannedStatement plan) {
    Slice sql = plan.sql();
    Criterion failed = failed(EpochMicros.of(plan.time()), plan.origin(), plan.micros(), sql);
    if (plan.counted() && !plan.nested() && sql != null) {
      executions++;
      passedExecutions += failed == null ? 1 : 0;
    }
    return failed == null;
  }

  /**
   * Whether a statement passes that did not finish. It has no duration.
   *
   * @param statement the statement
   * @return true if it does
   */
  public boolean passes(CancelledStatement statement) {
    return passes(statement.time(), statement.origin(), statement.sql());
  }

  /**
   * Whether something passes that has no duration.
   *
   * @param time when it was logged, null if the log shows no time
   * @param origin whose session it was
   * @param sql the statement it belongs to, null if it is not known
   * @return true if it does
   */
  public boolean passes(@Nullable Instant time, Origin origin, @Nullable Slice sql) {
    return failed(EpochMicros.of(time), origin, Long.MAX_VALUE, sql) == null;
  }

  private @Nullable Criterion failed(
      long timeMicros, Origin origin, long micros, @Nullable Slice sql) {
    Criterion failed = failed(timeMicros, origin, micros);
    return failed == null && patterns != null ? patterns.failed(sql) : failed;
  }

  private @Nullable Criterion failed(long timeMicros, Origin origin, long micros) {
    boolean inTime =
        anyTime || timeMicros != EpochMicros.NONE && timeMicros >= begin && timeMicros < end;
    if (!inTime) {
      return Criterion.TIME;
    }
    Criterion failed = origins.failed(origin);
    return failed == null && micros < minMicros ? Criterion.DURATION : failed;
  }

  private boolean count(@Nullable Criterion failed, long micros, boolean execution) {
    entries++;
    executions += execution ? 1 : 0;
    longest = Math.max(longest, micros);
    if (failed != null) {
      removed[failed.ordinal()]++;
      return false;
    }
    passedEntries++;
    passedExecutions += execution ? 1 : 0;
    return true;
  }

  // --- results

  /**
   * What was counted.
   *
   * @param leftOutPatterns number of patterns left out in the end for too few calls
   * @param leftOutExecutions their executions, which passed before
   * @return an immutable snapshot
   */
  public FilterCoverage toCoverage(long leftOutPatterns, long leftOutExecutions) {
    removed[Criterion.CALLS.ordinal()] = leftOutExecutions;
    List<FilterCoverage.Part> parts = new ArrayList<>();
    for (Criterion criterion : CRITERIA) {
      String wanted = FilterWords.wanted(filter, criterion);
      if (!wanted.isEmpty()) {
        parts.add(new FilterCoverage.Part(criterion, wanted, removed[criterion.ordinal()]));
      }
    }
    return new FilterCoverage(
        entries,
        passedEntries,
        executions,
        passedExecutions - leftOutExecutions,
        leftOutPatterns,
        parts);
  }

  /**
   * What the messages had that were judged by a criterion.
   *
   * @param criterion one of those by name
   * @return names, sorted; an empty one where the log showed none
   */
  public List<String> names(Criterion criterion) {
    return origins.met(criterion);
  }

  /**
   * The longest duration read.
   *
   * @return microseconds, empty if there was none
   */
  public Optional<Long> longest() {
    return entries == 0 ? Optional.empty() : Optional.of(longest);
  }
}
