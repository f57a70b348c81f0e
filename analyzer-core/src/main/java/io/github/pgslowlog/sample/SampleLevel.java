package io.github.pgslowlog.sample;

/**
 * How many samples each pattern may keep.
 *
 * <p>What a level keeps is part of what the level before kept, so that levels may rise while a log
 * is read, and the end is the same as if the last had held from the start.
 *
 * @param slowest number of slowest executions
 * @param others number of executions by chance
 * @param zeros how many leading bits of the rank must be zero: of {@code n} executions one has them
 *     with a chance of {@code n / 2^zeros}, so that patterns of many calls keep theirs longest
 */
record SampleLevel(int slowest, int others, int zeros) {
  private static final SampleLevel[] FIRST = {
    new SampleLevel(3, 20, 0),
    new SampleLevel(2, 10, 0),
    new SampleLevel(1, 5, 0),
    new SampleLevel(1, 2, 0),
    new SampleLevel(1, 1, 0),
    new SampleLevel(0, 1, 0)
  };

  /** Behind it only a rank of zero is kept. */
  static final int LAST = FIRST.length - 1 + Long.SIZE;

  static SampleLevel of(int level) {
    return level < FIRST.length
        ? FIRST[level]
        : new SampleLevel(0, 1, Math.min(Long.SIZE, level - FIRST.length + 1));
  }

  /** Whether an execution of a rank may be among the others. */
  boolean admits(long rank) {
    return Long.numberOfLeadingZeros(rank) >= zeros;
  }
}
