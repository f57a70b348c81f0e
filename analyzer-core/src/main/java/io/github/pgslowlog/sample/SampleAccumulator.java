package io.github.pgslowlog.sample;

import io.github.pgslowlog.decode.Origin;
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
 * <p>Hot path: an execution that is not kept costs a hash of some numbers and three comparisons.
 * For one thread at a time.
 */
public final class SampleAccumulator {
  /** 16 KiB for text and parameters: a longer statement is a load of data, or a long list. */
  public static final int MAX_SAMPLE_BYTES = 16 << 10;

  /** For what a sample needs besides its bytes. */
  private static final int OVERHEAD_BYTES = 128;

  private static final int SMALLEST_CHARGE = 512;

  private List<KeptSample> slowest = List.of();
  private List<KeptSample> others = List.of();
  private int level;
  private SampleLevel limits = SampleLevel.of(0);
  private int largest;
  private long tooLong;

  /** Executions that took less are not among the slowest. */
  private long slowFrom = Long.MIN_VALUE;

  /** Executions of a larger rank, as an unsigned number, are not among the others. */
  private long rankLimit = -1L;

  /** Starts empty. */
  public SampleAccumulator() {}

  /**
   * Shows an execution.
   *
   * @param sql holds the statement
   * @param sqlFrom its first byte
   * @param sqlTo behind its last byte
   * @param detail holds its parameters as in a DETAIL section, null if the log shows none
   * @param detailFrom their first byte
   * @param detailTo behind their last byte, the same as before if there are none
   * @param micros how long it took, in microseconds
   * @param timeMicros when it ended, as {@link EpochMicros}
   * @param origin whose session it was
   * @param budget that of the run
   */
  public void add(
      byte[] sql,
      int sqlFrom,
      int sqlTo,
      byte @Nullable [] detail,
      int detailFrom,
      int detailTo,
      long micros,
      long timeMicros,
      Origin origin,
      SampleBudget budget) {
    int bytes = sqlTo - sqlFrom + (detail == null ? 0 : detailTo - detailFrom);
    if (level != budget.level()) {
      trim(budget.level());
    }
    long rank = ExecutionRank.of(timeMicros, origin, micros, bytes);
    boolean candidate =
        bytes > largest || micros >= slowFrom || Long.compareUnsigned(rank, rankLimit) <= 0;
    if (!candidate) {
      return;
    }
    if (bytes > MAX_SAMPLE_BYTES) {
      tooLong++;
      return;
    }
    long before = charge();
    largest = Math.max(largest, bytes);
    if (isSlow(micros, rank) || isChosen(rank)) {
      keep(
          new KeptSample(
              KeptSample.copy(sql, sqlFrom, sqlTo),
              detail == null ? null : KeptSample.copy(detail, detailFrom, detailTo),
              micros,
              timeMicros,
              rank));
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
      slowest = insert(slowest, sample, KeptSample.SLOWEST_FIRST, limits.slowest());
    }
    if (isChosen(sample.rank())) {
      others = insert(others, sample, KeptSample.BY_RANK, limits.others());
    }
    remember();
  }

  /** Of samples that are equal in everything one is kept. */
  private static List<KeptSample> insert(
      List<KeptSample> samples, KeptSample sample, Comparator<KeptSample> order, int limit) {
    int found = Collections.binarySearch(samples, sample, order);
    if (found >= 0) {
      return samples;
    }
    List<KeptSample> wider = samples.isEmpty() ? new ArrayList<>(1) : samples;
    wider.add(-found - 1, sample);
    cut(wider, limit);
    return wider;
  }

  /** What most executions fail by, at hand. */
  private void remember() {
    int slow = slowest.size();
    slowFrom = slow < limits.slowest() ? Long.MIN_VALUE : Long.MAX_VALUE;
    if (slow == limits.slowest() && slow > 0) {
      slowFrom = slowest.get(slow - 1).micros();
    }
    rankLimit = limits.zeros() == Long.SIZE ? 0 : -1L >>> limits.zeros();
    if (others.size() == limits.others()) {
      rankLimit = others.get(others.size() - 1).rank();
    }
  }

  /** Gives up what a higher level does not keep. */
  void trim(int newLevel) {
    if (newLevel <= level) {
      return;
    }
    level = newLevel;
    limits = SampleLevel.of(newLevel);
    if (!others.isEmpty()) {
      others.removeIf(sample -> !limits.admits(sample.rank()));
    }
    cut(slowest, limits.slowest());
    cut(others, limits.others());
    remember();
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
    for (KeptSample sample : other.slowest) {
      slowest = insert(slowest, sample, KeptSample.SLOWEST_FIRST, limits.slowest());
    }
    for (KeptSample sample : other.others) {
      others = insert(others, sample, KeptSample.BY_RANK, limits.others());
    }
    remember();
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
