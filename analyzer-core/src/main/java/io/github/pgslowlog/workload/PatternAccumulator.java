package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.fingerprint.SqlTags;
import io.github.pgslowlog.sample.SampleAccumulator;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements of one pattern add up to. */
final class PatternAccumulator {
  /** 64 KiB: plans of hundreds of nodes with their query; a longer one would help nobody. */
  private static final int MAX_PLAN_BYTES = 64 << 10;

  private static final Comparator<PlannedStatement> SLOWEST_LAST =
      Comparator.comparingLong(PlannedStatement::micros)
          .thenComparing(p -> p.time() == null ? Instant.MAX : p.time())
          .thenComparing(p -> p.location().file())
          .thenComparingLong(p -> p.location().offset())
          .thenComparing(p -> p.plan().text());

  private final CanonicalSql canonical;
  private final DurationAccumulator calls = new DurationAccumulator();
  private final NameCounts users = new NameCounts();
  private final NameCounts databases = new NameCounts();
  private final NameCounts applications = new NameCounts();
  private final TagCounts tags = new TagCounts();
  private final SampleAccumulator samples = new SampleAccumulator();
  private long cancelled;
  private long messages;
  private @Nullable PlannedStatement plan;
  private long executionMicros;
  private long parseMicros;
  private long bindMicros;
  private @Nullable Instant first;
  private @Nullable Instant last;

  PatternAccumulator(CanonicalSql canonical) {
    this.canonical = canonical;
  }

  void add(
      LoggedStatement statement,
      StatementKind kind,
      boolean call,
      Slice sql,
      @Nullable Slice detail,
      SampleBudget budget) {
    long micros = statement.durationMicros();
    switch (kind) {
      case PARSE -> parseMicros += micros;
      case BIND -> bindMicros += micros;
      default -> executionMicros += micros;
    }
    if (call) {
      call(micros, statement.origin());
      tags.add(SqlTags.read(sql));
      samples.add(sql, detail, micros, statement.time(), statement.origin(), budget);
    }
    seen(statement.time());
  }

  /** Adds a plan; its time counts if no duration of the statement was logged. */
  void add(PlannedStatement planned, Slice sql, SampleBudget budget) {
    boolean kept = planned.plan().length() + sql.length() <= MAX_PLAN_BYTES;
    plan = kept ? slower(plan, planned) : plan;
    if (planned.counted()) {
      executionMicros += planned.micros();
      call(planned.micros(), planned.origin());
      tags.add(SqlTags.read(sql));
      samples.add(
          sql, planned.detail(), planned.micros(), planned.time(), planned.origin(), budget);
      seen(planned.time());
    }
  }

  void addCancelled(@Nullable Instant time) {
    cancelled++;
    seen(time);
  }

  private void call(long micros, Origin origin) {
    calls.add(micros);
    users.add(origin.user());
    databases.add(origin.database());
    applications.add(origin.application());
  }

  private void seen(@Nullable Instant time) {
    messages++;
    first = earlier(first, time);
    last = later(last, time);
  }

  SampleAccumulator samples() {
    return samples;
  }

  /** Whether there is more than a plan. */
  boolean isUsed() {
    return messages > 0;
  }

  /** The slower of two; of equals always the same one. */
  private static @Nullable PlannedStatement slower(
      @Nullable PlannedStatement one, @Nullable PlannedStatement other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return SLOWEST_LAST.compare(one, other) < 0 ? other : one;
  }

  void merge(PatternAccumulator other) {
    calls.merge(other.calls);
    users.merge(other.users);
    databases.merge(other.databases);
    applications.merge(other.applications);
    tags.merge(other.tags);
    samples.merge(other.samples);
    cancelled += other.cancelled;
    messages += other.messages;
    plan = slower(plan, other.plan);
    executionMicros += other.executionMicros;
    parseMicros += other.parseMicros;
    bindMicros += other.bindMicros;
    first = earlier(first, other.first);
    last = later(last, other.last);
  }

  Pattern toPattern() {
    return new Pattern(
        canonical.fingerprint(),
        canonical.text(),
        calls.count(),
        executionMicros,
        parseMicros,
        bindMicros,
        calls.summary(),
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        users.sorted(),
        databases.sorted(),
        applications.sorted(),
        cancelled,
        tags.sorted(),
        Optional.ofNullable(plan),
        samples.toSamples());
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
