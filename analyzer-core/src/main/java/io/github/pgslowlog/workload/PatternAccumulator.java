package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.statement.LoggedStatement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements of one pattern add up to. */
final class PatternAccumulator {
  private final CanonicalSql canonical;
  private final DurationAccumulator calls = new DurationAccumulator();
  private final NameCounts users = new NameCounts();
  private final NameCounts databases = new NameCounts();
  private final NameCounts applications = new NameCounts();
  private long executionMicros;
  private long parseMicros;
  private long bindMicros;
  private @Nullable Instant first;
  private @Nullable Instant last;

  PatternAccumulator(CanonicalSql canonical) {
    this.canonical = canonical;
  }

  void add(LoggedStatement statement) {
    long micros = statement.durationMicros();
    switch (statement.kind()) {
      case PARSE -> parseMicros += micros;
      case BIND -> bindMicros += micros;
      default -> executionMicros += micros;
    }
    if (statement.kind().isCall()) {
      calls.add(micros);
      users.add(statement.origin().user());
      databases.add(statement.origin().database());
      applications.add(statement.origin().application());
    }
    first = earlier(first, statement.time());
    last = later(last, statement.time());
  }

  void merge(PatternAccumulator other) {
    calls.merge(other.calls);
    users.merge(other.users);
    databases.merge(other.databases);
    applications.merge(other.applications);
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
        applications.sorted());
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
