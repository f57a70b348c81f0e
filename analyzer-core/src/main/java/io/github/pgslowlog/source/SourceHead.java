package io.github.pgslowlog.source;

import io.github.pgslowlog.bytes.Slice;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What was seen of a log before it is read.
 *
 * @param source the log
 * @param first the first timestamp in it, empty if it shows none
 * @param start its first 64 bytes, decompressed; fewer if it has no more
 */
public record SourceHead(LogSource source, Optional<Instant> first, Slice start) {
  /** Holds a timestamp with a process or session behind it, and fits a hundred thousand times. */
  private static final int START_BYTES = 64;

  /**
   * Keeps what is needed of a head.
   *
   * @param source the log
   * @param first the first timestamp in it, empty if it shows none
   * @param head the first bytes, decompressed; copied as far as needed
   * @return the head
   */
  public static SourceHead of(LogSource source, Optional<Instant> first, byte[] head) {
    byte[] start = Arrays.copyOf(head, Math.min(head.length, START_BYTES));
    return new SourceHead(source, first, Slice.of(start));
  }
}
