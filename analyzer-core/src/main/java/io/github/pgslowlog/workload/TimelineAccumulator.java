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
 * the order of additions and merges does not matter. Only slices with load take room.
 *
 * <p>Hot path: statements come in the order of time for the most part, so what is added to the
 * slice of the one before stays in fields, until there is another slice.
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

  /** The slice of the time before in microseconds, and what is not in the table yet of its load. */
  private long currentFrom;

  private long currentWidth;
  private long currentCalls;
  private long currentMicros;

  TimelineAccumulator(int maxSlices) {
    this.maxSlices = maxSlices;
  }

  /** Adds load at a time as {@link EpochMicros}. */
  void add(long timeMicros, long calls, long micros) {
    long behind = timeMicros - currentFrom;
    if (behind < 0 || behind >= currentWidth) {
      if (timeMicros == EpochMicros.NONE) {
        return;
      }
      turnTo(Math.min(FARTHEST, Math.max(-FARTHEST, timeMicros)));
    }
    currentCalls += calls;
    currentMicros += micros;
  }

  /** Makes the slice of a time the current one. */
  private void turnTo(long time) {
    long second = Math.floorDiv(time, MILLION);
    settle();
    widenFor(second);
    currentFrom = (number(second) * width() + MONDAY) * MILLION;
    currentWidth = width() * MILLION;
  }

  /** Where the current slice begins, in microseconds. */
  long currentFrom() {
    return currentFrom;
  }

  /** Where it ends. */
  long currentTo() {
    return currentFrom + currentWidth;
  }

  /** Puts the load of the current slice into the table. */
  private void settle() {
    if (currentWidth > 0) {
      int slice = slice(Math.floorDiv(currentFrom, MILLION));
      loads[2 * slice] += currentCalls;
      loads[2 * slice + 1] += currentMicros;
      currentWidth = 0;
      currentCalls = 0;
      currentMicros = 0;
    }
  }

  /** Adds what was added up elsewhere; slices do not get narrower than those. */
  void add(Timeline timeline) {
    settle();
    while (!timeline.slices().isEmpty() && width() < timeline.width().toSeconds()) {
      widen();
    }
    timeline
        .slices()
        .forEach(slice -> add(EpochMicros.of(slice.from()), slice.calls(), slice.micros()));
  }

  void merge(TimelineAccumulator other) {
    settle();
    other.settle();
    while (other.size > 0 && level < other.level) {
      widen();
    }
    for (int i = 0; i < other.size; i++) {
      widenFor(other.second(i));
      int slice = slice(other.second(i));
      loads[2 * slice] += other.loads[2 * i];
      loads[2 * slice + 1] += other.loads[2 * i + 1];
    }
  }

  /** The place in the table of the slice of a second, for which slices are wide enough. */
  private int slice(long second) {
    long number = number(second);
    if (size == 0) {
      first = number;
    } else if (number < first) {
      shift((int) (first - number));
    }
    return find((short) (number - first));
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

  private void widenFor(long second) {
    while (size > 0 && !fits(number(second))) {
      widen();
    }
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
    settle();
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
