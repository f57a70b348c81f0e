package io.github.pgslowlog.workload;

import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** What statements add up to, whatever their texts. Hot path. */
class StatementTotals {
  private final DurationAccumulator calls = new DurationAccumulator();
  private final OriginCounts origins = new OriginCounts();

  /** The run they belong to: of two runs over the same texts each has its own. */
  private WorkloadAccumulator owner;

  private long messages;
  private long cancelled;
  private long executionMicros;
  private long parseMicros;
  private long bindMicros;
  private long first = Long.MAX_VALUE;
  private long last = EpochMicros.NONE;

  StatementTotals(WorkloadAccumulator owner) {
    this.owner = owner;
  }

  final boolean isOf(WorkloadAccumulator run) {
    return owner == run;
  }

  final void moveTo(WorkloadAccumulator run) {
    owner = run;
  }

  /** Adds a duration message. */
  final void add(StatementKind kind, boolean call, Origin origin, long timeMicros, long micros) {
    if (kind == StatementKind.PARSE) {
      parseMicros += micros;
    } else if (kind == StatementKind.BIND) {
      bindMicros += micros;
    } else {
      executionMicros += micros;
    }
    if (call) {
      calls.add(micros);
      origins.add(origin);
    }
    seen(timeMicros);
  }

  /** Adds a plan that stands for an execution. */
  final void addPlanned(PlannedStatement plan) {
    long time = EpochMicros.of(plan.time());
    add(StatementKind.STATEMENT, true, plan.origin(), time, plan.micros());
  }

  final void addCancelled(long timeMicros) {
    cancelled++;
    seen(timeMicros);
  }

  private void seen(long timeMicros) {
    messages++;
    if (timeMicros != EpochMicros.NONE) {
      first = Math.min(first, timeMicros);
      last = Math.max(last, timeMicros);
    }
  }

  /** The other is not to be used any more. */
  final void mergeTotals(StatementTotals other) {
    calls.merge(other.calls);
    origins.merge(other.origins);
    messages += other.messages;
    cancelled += other.cancelled;
    executionMicros += other.executionMicros;
    parseMicros += other.parseMicros;
    bindMicros += other.bindMicros;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  /** Messages about durations, and cancelled statements. */
  final long messages() {
    return messages;
  }

  final long calls() {
    return calls.count();
  }

  final long cancelled() {
    return cancelled;
  }

  final long executionMicros() {
    return executionMicros;
  }

  final long parseMicros() {
    return parseMicros;
  }

  final long bindMicros() {
    return bindMicros;
  }

  final Optional<DurationSummary> durations() {
    return calls.summary();
  }

  final DurationAccumulator callDurations() {
    return calls;
  }

  final Optional<Instant> first() {
    return last == EpochMicros.NONE
        ? Optional.empty()
        : Optional.ofNullable(EpochMicros.instant(first));
  }

  final Optional<Instant> last() {
    return Optional.ofNullable(EpochMicros.instant(last));
  }

  final SortedMap<String, Long> users() {
    return origins.users();
  }

  final SortedMap<String, Long> databases() {
    return origins.databases();
  }

  final SortedMap<String, Long> applications() {
    return origins.applications();
  }
}
