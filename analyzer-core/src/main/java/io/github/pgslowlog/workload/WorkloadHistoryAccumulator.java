package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Load of all statements over time, and what happened besides. */
final class WorkloadHistoryAccumulator {
  private final TimelineAccumulator timeline = new TimelineAccumulator(WorkloadHistory.MAX_SLICES);
  private final WeekAccumulator week = new WeekAccumulator();
  private final HostNames addresses = new HostNames();

  /** 1,000 of each kind: no program fails in so many ways. */
  private final EventCounts events = new EventCounts(1_000);

  /** As many patterns as are kept by default; most have no events at all. */
  private final EventTable byPattern = new EventTable(WorkloadAccumulator.DEFAULT_MAX_PATTERNS);

  /** Hot path. */
  void executed(boolean call, long timeMicros, long micros) {
    timeline.add(timeMicros, call ? 1 : 0, micros);
    week.add(timeMicros, call ? 1 : 0, micros);
  }

  /** By which hosts are known, whatever the pattern. */
  HostNames addresses() {
    return addresses;
  }

  /** Adds an event of a pattern, or of a statement that the log does not show. */
  void happened(@Nullable Fingerprint pattern, EventKind kind, String what, long amount) {
    events.add(kind, what, amount);
    if (pattern != null) {
      byPattern.add(pattern, kind, what, amount);
    }
  }

  List<EventTotal> events(Fingerprint pattern) {
    return byPattern.of(pattern);
  }

  void merge(WorkloadHistoryAccumulator other) {
    timeline.merge(other.timeline);
    week.merge(other.week);
    events.merge(other.events);
    byPattern.merge(other.byPattern);
  }

  WorkloadHistory toHistory() {
    return new WorkloadHistory(timeline.toTimeline(), week.toQuarters(), events.toTotals());
  }
}
