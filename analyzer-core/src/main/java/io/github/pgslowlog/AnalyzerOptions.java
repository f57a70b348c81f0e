package io.github.pgslowlog;

import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How logs are read, and the bounds on memory.
 *
 * @param logLinePrefix the server's log_line_prefix; empty to detect it for each log
 * @param timeZone the zone the server logs in, instead of the abbreviations it prints; empty to
 *     trust these
 * @param maxEntryBytes bound on the text of one log entry in bytes; the head of a longer one is
 *     used
 * @param maxPatterns bound on the number of patterns; statements of further ones are added up
 *     together
 */
public record AnalyzerOptions(
    Optional<String> logLinePrefix, Optional<ZoneId> timeZone, int maxEntryBytes, int maxPatterns) {
  /**
   * 10 MiB: generated statements of some megabytes occur, and a few entries must fit into a small
   * heap.
   */
  public static final int DEFAULT_MAX_ENTRY_BYTES = 10 << 20;

  /** {@value}, see {@link WorkloadAccumulator#DEFAULT_MAX_PATTERNS}. */
  public static final int DEFAULT_MAX_PATTERNS = WorkloadAccumulator.DEFAULT_MAX_PATTERNS;

  /** Checks the bounds. */
  public AnalyzerOptions {
    if (maxEntryBytes < 1024) {
      throw new IllegalArgumentException(
          "maxEntryBytes is " + maxEntryBytes + "; give at least 1024");
    }
    if (maxPatterns < 1) {
      throw new IllegalArgumentException("maxPatterns is " + maxPatterns + "; give at least 1");
    }
  }

  /**
   * Detect everything, default bounds.
   *
   * @return the options
   */
  public static AnalyzerOptions defaults() {
    return new AnalyzerOptions(
        Optional.empty(), Optional.empty(), DEFAULT_MAX_ENTRY_BYTES, DEFAULT_MAX_PATTERNS);
  }
}
