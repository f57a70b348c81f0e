package io.github.pgslowlog;

import io.github.pgslowlog.source.LogSource;
import java.time.Instant;
import java.util.Optional;

/** Finds the time a log begins at, by its first bytes. */
interface HeadReader {
  /**
   * The first timestamp of a log.
   *
   * @param source the log, for its name; not to be opened
   * @param head its first bytes, decompressed
   * @return the time, empty if none is found
   */
  Optional<Instant> firstTime(LogSource source, byte[] head);
}
