package io.github.pgslowlog.sample;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects samples of one pattern: the slowest executions, and others by chance.
 *
 * <p>By chance are those with the smallest ranks, a rank being a hash of what tells an execution
 * from others: time, session, duration, length. So the same are chosen in whatever order and cut a
 * log is read, and parts merge.
 *
 * <p>Hot path: an execution that is not kept costs a hash of some numbers. For one thread at a
 * time.
 */
public final class SampleAccumulator {
  /** 16 KiB for text and parameters: a longer statement is a load of data, or a long list. */
  public static final int MAX_SAMPLE_BYTES = 16 << 10;

  /** For what a sample needs besides its bytes. */
  private static final int OVERHEAD_BYTES = 128;

  private static final int SMALLEST_CHARGE = 512;

  private final List<KeptSample> slowest = new ArrayList<>(1);
  private final List<KeptSample> others = new ArrayList<>(1);
  private int level;
  private SampleLevel limits = SampleLevel.of(0);
  private int largest;
  private long tooLong;

  /** Starts empty. */
  public SampleAccumulator() {}

  /**
   * Shows an execution.
   *
   * @param sql the statement
   * @param detail its parameters as in a DETAIL section, null if the log shows none
   * @param micros how long it took, in microseconds
   * @param time when it ended, null if the log does not show it
   * @param origin whose session it was
   * @param budget that of the run
   */
  public void add(
      Slice sql,
      @Nullable Slice detail,
      long micros,
      @Nullable Instant time,
      Origin origin,
      SampleBudget budget) {
    int bytes = sql.length() + (detail == null ? 0 : detail.length());
    if (bytes > MAX_SAMPLE_BYTES) {
      tooLong++;
      return;
    }
    if (level != budget.level()) {
      trim(budget.level());
    }
    long rank = ExecutionRank.of(time, origin, micros, bytes);
    boolean kept = isSlow(micros, rank) || isChosen(rank);
    if (!kept && bytes <= largest) {
      return;
    }
    long before = charge();
    largest = Math.max(largest, bytes);
    if (kept) {
      keep(KeptSample.copy(sql, detail, micros, time, rank));
    }
    budget.charge(charge() - before);
  }

  private boolean isSlow(long micros, long rank) {
    int size = slowest.size();
    if (size < limits.slowest()) {
      return true;
    }
    if (size == 0) {
      return false;
    }
    KeptSample last = slowest.get(size - 1);
    return micros > last.micros()
        || micros == last.micros() && Long.compareUnsigned(rank, last.rank()) <= 0;
  }

  private boolean isChosen(long rank) {
    int size = others.size();
    return limits.admits(rank)
        && (size < limits.others() || Long.compareUnsigned(rank, others.get(size - 1).rank()) <= 0);
  }

  private void keep(KeptSample sample) {
    if (isSlow(sample.micros(), sample.rank())) {
      insert(slowest, sample, KeptSample.SLOWEST_FIRST, limits.slowest());
    }
    if (isChosen(sample.rank())) {
      insert(others, sample, KeptSample.BY_RANK, limits.others());
    }
  }

  /** Of samples that are equal in everything one is kept. */
  private static void insert(
      List<KeptSample> samples, KeptSample sample, Comparator<KeptSample> order, int limit) {
    int found = Collections.binarySearch(samples, sample, order);
    if (found < 0) {
      samples.add(-found - 1, sample);
      cut(samples, limit);
    }
  }

  /** Gives up what a higher level does not keep. */
  void trim(int newLevel) {
    if (newLevel <= level) {
      return;
    }
    level = newLevel;
    limits = SampleLevel.of(newLevel);
    others.removeIf(sample -> !limits.admits(sample.rank()));
    cut(slowest, limits.slowest());
    cut(others, limits.others());
  }

  private static void cut(List<KeptSample> samples, int limit) {
    if (samples.size() > limit) {
      samples.subList(limit, samples.size()).clear();
    }
  }

  /** Bytes by which the budget is charged; no less than what the samples need. */
  long charge() {
    int needed = Math.max(SMALLEST_CHARGE, largest + OVERHEAD_BYTES);
    long each = Integer.highestOneBit(2 * needed - 1);
    return each * (slowest.size() + others.size());
  }

  /**
   * Adds the samples of the same pattern in another part of the log. {@link SampleBudget#settle}
   * must follow.
   *
   * @param other not to be used any more
   */
  public void merge(SampleAccumulator other) {
    trim(other.level);
    other.trim(level);
    largest = Math.max(largest, other.largest);
    tooLong += other.tooLong;
    other.slowest.forEach(s -> insert(slowest, s, KeptSample.SLOWEST_FIRST, limits.slowest()));
    other.others.forEach(s -> insert(others, s, KeptSample.BY_RANK, limits.others()));
  }

  /**
   * What was kept so far.
   *
   * @return an immutable snapshot
   */
  public KeptSamples toSamples() {
    return new KeptSamples(slowest, others, tooLong);
  }
}
