package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.sample.EpochMicros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Load of all statements over time, and what happened besides.
 *
 * <p>Hot path: most statements come in the same quarter of an hour and the same slice of time as
 * the one before; their load is added to both at once.
 */
final class WorkloadHistoryAccumulator {
  private final TimelineAccumulator timeline = new TimelineAccumulator(WorkloadHistory.MAX_SLICES);
  private final WeekAccumulator week = new WeekAccumulator();
  private final HostNames addresses = new HostNames();

  /** 1,000 of each kind: no program fails in so many ways. */
  private final EventCounts events = new EventCounts(1_000);

  /** As many patterns as are kept by default; most have no events at all. */
  private final EventTable byPattern = new EventTable(WorkloadAccumulator.DEFAULT_MAX_PATTERNS);

  /** Where a time is in the same quarter and slice as the one before, in microseconds. */
  private long from;

  private long to;

  /** The time before, and load that is not added to its quarter and slice yet. */
  private long time;

  private long calls;
  private long load;

  /** Hot path. */
  void executed(boolean call, long timeMicros, long micros) {
    if (timeMicros < from || timeMicros >= to) {
      if (timeMicros == EpochMicros.NONE) {
        return;
      }
      turnTo(timeMicros);
    }
    calls += call ? 1 : 0;
    load += micros;
  }

  private void turnTo(long timeMicros) {
    settle();
    timeline.add(timeMicros, 0, 0);
    long quarter = Math.floorDiv(timeMicros, WeekAccumulator.QUARTER_MICROS);
    long quarterFrom = quarter * WeekAccumulator.QUARTER_MICROS;
    from = Math.max(quarterFrom, timeline.currentFrom());
    to = Math.min(quarterFrom + WeekAccumulator.QUARTER_MICROS, timeline.currentTo());
    time = timeMicros;
  }

  private void settle() {
    if (calls > 0 || load > 0) {
      timeline.add(time, calls, load);
      week.add(time, calls, load);
      calls = 0;
      load = 0;
    }
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
    settle();
    other.settle();
    timeline.merge(other.timeline);
    week.merge(other.week);
    events.merge(other.events);
    byPattern.merge(other.byPattern);
  }

  WorkloadHistory toHistory() {
    settle();
    return new WorkloadHistory(timeline.toTimeline(), week.toQuarters(), events.toTotals());
  }
}
