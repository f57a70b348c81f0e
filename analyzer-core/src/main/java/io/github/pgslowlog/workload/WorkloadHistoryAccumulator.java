package io.github.pgslowlog.workload;

import java.util.List;

/** Load of all statements over time. */
final class WorkloadHistoryAccumulator {
  private final TimelineAccumulator timeline = new TimelineAccumulator(WorkloadHistory.MAX_SLICES);
  private final WeekAccumulator week = new WeekAccumulator();
  private final HostNames addresses = new HostNames();

  /** Hot path. */
  void executed(boolean call, long timeMicros, long micros) {
    timeline.add(timeMicros, call ? 1 : 0, micros);
    week.add(timeMicros, call ? 1 : 0, micros);
  }

  /** By which hosts are known, whatever the pattern. */
  HostNames addresses() {
    return addresses;
  }

  void merge(WorkloadHistoryAccumulator other) {
    timeline.merge(other.timeline);
    week.merge(other.week);
  }

  WorkloadHistory toHistory() {
    return new WorkloadHistory(timeline.toTimeline(), week.toQuarters(), List.of());
  }
}
