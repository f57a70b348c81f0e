package io.github.pgslowlog.workload;

import io.github.pgslowlog.sample.EpochMicros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds load up in slices of time, whose width grows with the time from the first to the last.
 *
 * <p>Each width divides the next and slices of all widths begin on a Monday, so what was added up
 * in narrow slices adds up in wide ones. The width depends on the first and the last time alone, so
 * the order of additions and merges does not matter. Hot path: statements come in the order of time
 * for the most part, so the slice of the one before is asked first. Only slices with load take
 * room.
 */
final class TimelineAccumulator {
  /** Seconds; further ones are twice the one before. */
  private static final int[] WIDTHS = {
    1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 604_800
  };

  /** 5 January 1970, 00:00 UTC, in seconds. */
  private static final long MONDAY = 4 * 86_400;

  private static final long MILLION = 1_000_000;

  /** 36,000 years in microseconds: only damage shows more. */
  private static final long FARTHEST = 1L << 60;

  private static final int FIRST_SLICES = 2;

  private final int maxSlices;

  /** Index of the width. */
  private int level;

  private int size;

  /** Number of the first slice, in widths since {@link #MONDAY}. */
  private long first;

  /** Slices behind the first, in order. */
  private short[] places = {};

  /** Calls and microseconds of each slice. */
  private long[] loads = {};

  private int current;
  private long currentFrom;
  private long currentWidth;

  TimelineAccumulator(int maxSlices) {
    this.maxSlices = maxSlices;
  }

  /** Adds load at a time as {@link EpochMicros}. */
  void add(long timeMicros, long calls, long micros) {
    if (timeMicros == EpochMicros.NONE) {
      return;
    }
    long time = Math.min(FARTHEST, Math.max(-FARTHEST, timeMicros));
    long behind = time - currentFrom;
    if (behind < 0 || behind >= currentWidth) {
      seek(Math.floorDiv(time, MILLION));
    }
    loads[2 * current] += calls;
    loads[2 * current + 1] += micros;
  }

  void merge(TimelineAccumulator other) {
    while (other.size > 0 && level < other.level) {
      widen();
    }
    for (int i = 0; i < other.size; i++) {
      seek(other.second(i));
      loads[2 * current] += other.loads[2 * i];
      loads[2 * current + 1] += other.loads[2 * i + 1];
    }
  }

  /** Makes the slice of a second the current one. */
  private void seek(long second) {
    long number = number(second);
    while (size > 0 && !fits(number)) {
      widen();
      number = number(second);
    }
    if (size == 0) {
      first = number;
    } else if (number < first) {
      shift((int) (first - number));
    }
    current = find((short) (number - first));
    currentWidth = width() * MILLION;
    currentFrom = second(current) * MILLION;
  }

  private long number(long second) {
    return Math.floorDiv(second - MONDAY, width());
  }

  /** The first second of a slice. */
  private long second(int slice) {
    return (first + places[slice]) * width() + MONDAY;
  }

  private long width() {
    int known = Math.min(level, WIDTHS.length - 1);
    return (long) WIDTHS[known] << (level - known);
  }

  private boolean fits(long number) {
    long last = first + places[size - 1];
    return Math.max(last, number) - Math.min(first, number) < maxSlices;
  }

  private void widen() {
    long narrow = width();
    level++;
    long ratio = width() / narrow;
    long newFirst = Math.floorDiv(first, ratio);
    int kept = -1;
    for (int i = 0; i < size; i++) {
      short place = (short) (Math.floorDiv(first + places[i], ratio) - newFirst);
      if (kept < 0 || places[kept] != place) {
        kept++;
        places[kept] = place;
        loads[2 * kept] = loads[2 * i];
        loads[2 * kept + 1] = loads[2 * i + 1];
      } else {
        loads[2 * kept] += loads[2 * i];
        loads[2 * kept + 1] += loads[2 * i + 1];
      }
    }
    size = kept + 1;
    first = newFirst;
  }

  /** Makes room before the first slice. */
  private void shift(int slices) {
    for (int i = 0; i < size; i++) {
      places[i] += (short) slices;
    }
    first -= slices;
  }

  private int find(short place) {
    if (size > 0 && places[size - 1] < place) {
      return insert(size, place);
    }
    int found = Arrays.binarySearch(places, 0, size, place);
    return found >= 0 ? found : insert(-found - 1, place);
  }

  private int insert(int at, short place) {
    if (size == places.length) {
      int room = Math.min(maxSlices, Math.max(FIRST_SLICES, size + size / 2));
      places = Arrays.copyOf(places, room);
      loads = Arrays.copyOf(loads, 2 * room);
    }
    System.arraycopy(places, at, places, at + 1, size - at);
    System.arraycopy(loads, 2 * at, loads, 2 * at + 2, 2 * (size - at));
    places[at] = place;
    loads[2 * at] = 0;
    loads[2 * at + 1] = 0;
    size++;
    return at;
  }

  Timeline toTimeline() {
    List<TimeSlice> slices = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (loads[2 * i] > 0 || loads[2 * i + 1] > 0) {
        Instant from = Instant.ofEpochSecond(second(i));
        slices.add(new TimeSlice(from, loads[2 * i], loads[2 * i + 1]));
      }
    }
    return slices.isEmpty() ? Timeline.NONE : new Timeline(Duration.ofSeconds(width()), slices);
  }
}
