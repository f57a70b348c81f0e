package io.github.pgslowlog.sample;

import java.util.Collection;

/**
 * Holds the samples of all patterns of a run within a number of bytes.
 *
 * <p>Each pattern is charged for as many samples as it has, all as large as the largest text it
 * ever had. That never becomes less while more is read, whatever is dropped, and does not depend on
 * the order of reading. So neither does the {@link SampleLevel} that it leads to: the first at
 * which all patterns fit.
 *
 * <p>For one thread at a time.
 */
public final class SampleBudget {
  /**
   * 16 MiB: of texts up to 384 bytes all 23 samples of 1,400 patterns, or six of each of 5,000, in
   * a small heap.
   */
  public static final long DEFAULT_BYTES = 16L << 20;

  private final long maxBytes;
  private int level;
  private long charged;

  /**
   * Starts empty.
   *
   * @param maxBytes bound on all samples
   */
  public SampleBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  int level() {
    return level;
  }

  void charge(long bytes) {
    charged += bytes;
  }

  /**
   * Whether patterns must give up samples.
   *
   * @return true if more is charged than allowed
   */
  public boolean isExceeded() {
    return charged > maxBytes;
  }

  /**
   * Makes patterns give up samples until they fit.
   *
   * @param patterns the samples of all patterns
   */
  public void settle(Collection<SampleAccumulator> patterns) {
    charged = chargeAll(patterns);
    while (isExceeded() && level < SampleLevel.LAST) {
      level++;
      charged = chargeAll(patterns);
    }
  }

  private long chargeAll(Collection<SampleAccumulator> patterns) {
    long sum = 0;
    for (SampleAccumulator pattern : patterns) {
      pattern.trim(level);
      sum += pattern.charge();
    }
    return sum;
  }

  /**
   * Takes over what another part of the log led to; {@link #settle} must follow.
   *
   * @param other the budget of the part
   */
  public void merge(SampleBudget other) {
    level = Math.max(level, other.level);
  }
}
