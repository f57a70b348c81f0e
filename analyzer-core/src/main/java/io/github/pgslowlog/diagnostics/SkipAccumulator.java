package io.github.pgslowlog.diagnostics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts skips by reason; merging keeps the first place of the earlier part as example. */
public final class SkipAccumulator {
  private final Map<SkipReason, SkipCount> counts = new EnumMap<>(SkipReason.class);
  private long lostMicros;

  /** Starts with no skip. */
  public SkipAccumulator() {}

  /**
   * Counts a skip.
   *
   * @param skip why and where
   */
  public void add(Skip skip) {
    count(new SkipCount(skip.reason(), 1, skip.location()));
    lostMicros += skip.lostMicros();
  }

  /**
   * Adds the skips of the part of the input that follows.
   *
   * @param following its skips
   */
  public void merge(SkipAccumulator following) {
    following.counts.values().forEach(this::count);
    lostMicros += following.lostMicros;
  }

  /**
   * Counts what was counted elsewhere, in the part of the input that follows.
   *
   * @param counted skips by reason
   * @param micros time that the skipped text reports, in microseconds
   */
  public void add(List<SkipCount> counted, long micros) {
    counted.forEach(this::count);
    lostMicros += micros;
  }

  private void count(SkipCount added) {
    counts.merge(
        added.reason(),
        added,
        (old, one) -> new SkipCount(old.reason(), old.count() + one.count(), old.example()));
  }

  /**
   * The counts.
   *
   * @return one for each reason that occurred
   */
  public List<SkipCount> counts() {
    return List.copyOf(counts.values());
  }

  /**
   * Time that skipped text reports.
   *
   * @return microseconds
   */
  public long lostMicros() {
    return lostMicros;
  }
}
