package io.github.pgslowlog.source;

/**
 * A piece of work that can be done apart from all others: the messages of one log whose first byte
 * lies in a range.
 *
 * <p>The unit reads past its end to finish its last message, and leaves a message that began before
 * its start to the unit before it. Ranges other than {@link #whole} are for plain files.
 *
 * @param source the log
 * @param from first byte of the decompressed log
 * @param to behind the last byte, {@link Long#MAX_VALUE} for the end of the log
 */
public record UnitOfWork(LogSource source, long from, long to) {
  /** Checks the range. */
  public UnitOfWork {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("range [" + from + ", " + to + ")");
    }
  }

  /**
   * All of a log.
   *
   * @param source the log
   * @return one unit
   */
  public static UnitOfWork whole(LogSource source) {
    return new UnitOfWork(source, 0, Long.MAX_VALUE);
  }
}
