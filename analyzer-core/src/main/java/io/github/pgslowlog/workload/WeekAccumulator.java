package io.github.pgslowlog.workload;

import io.github.pgslowlog.sample.EpochMicros;
import java.util.ArrayList;
import java.util.List;

/** Adds load up by quarter of an hour of the week. */
final class WeekAccumulator {
  static final long QUARTER_MICROS = 15 * 60 * 1_000_000L;

  /** 1 January 1970 was a Thursday. */
  private static final int THURSDAY = 3 * 24 * 4;

  private final long[] calls = new long[WeekQuarter.COUNT];
  private final long[] micros = new long[WeekQuarter.COUNT];

  /** Adds load at a time as {@link EpochMicros}. */
  void add(long timeMicros, long itsCalls, long itsMicros) {
    if (timeMicros == EpochMicros.NONE) {
      return;
    }
    long number = Math.floorDiv(timeMicros, QUARTER_MICROS);
    int quarter = Math.floorMod(number + THURSDAY, WeekQuarter.COUNT);
    calls[quarter] += itsCalls;
    micros[quarter] += itsMicros;
  }

  void merge(WeekAccumulator other) {
    for (int i = 0; i < WeekQuarter.COUNT; i++) {
      calls[i] += other.calls[i];
      micros[i] += other.micros[i];
    }
  }

  List<WeekQuarter> toQuarters() {
    List<WeekQuarter> quarters = new ArrayList<>();
    for (int i = 0; i < WeekQuarter.COUNT; i++) {
      if (calls[i] > 0 || micros[i] > 0) {
        quarters.add(new WeekQuarter(i, calls[i], micros[i]));
      }
    }
    return quarters;
  }
}
