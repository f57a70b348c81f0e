package io.github.pgslowlog.workload;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What else is known of the statements of a pattern: when, how long, from where, and what happened.
 *
 * @param timeline at most {@value #MAX_SLICES} slices from the first statement to the last
 * @param histogram durations of all calls, shortest first
 * @param callMicros sum of these durations in microseconds
 * @param squares sum of their squares
 * @param hosts calls by client address; of more than {@value #MAX_HOSTS} the first in alphabetical
 *     order
 * @param events those most frequent first; of very many kinds of messages the first in order
 */
public record PatternHistory(
    Timeline timeline,
    List<DurationBucket> histogram,
    long callMicros,
    BigInteger squares,
    SortedMap<String, Long> hosts,
    List<EventTotal> events) {
  /** 60: a small picture, and 5,000 of them in a page. */
  public static final int MAX_SLICES = 60;

  /**
   * 100 client addresses: more than there are application servers. 5,000 patterns of as many need 8
   * MB.
   */
  public static final int MAX_HOSTS = 100;

  /** Nothing is known. */
  public static final PatternHistory NONE =
      new PatternHistory(
          Timeline.NONE, List.of(), 0, BigInteger.ZERO, Collections.emptySortedMap(), List.of());

  /** Copies the lists and the map. */
  public PatternHistory {
    histogram = BucketList.copyOf(histogram);
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    events = List.copyOf(events);
  }
}
