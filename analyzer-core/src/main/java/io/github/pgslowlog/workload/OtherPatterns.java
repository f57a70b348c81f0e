package io.github.pgslowlog.workload;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All statements of patterns that there was no room for, added up: no text, no samples. Times are
 * in microseconds; everything but the number of patterns is exact.
 *
 * @param bound what there was no room in
 * @param patterns about how many patterns, within 5 % or so
 * @param messages duration messages and cancelled statements
 * @param calls executions: simple queries and Execute messages
 * @param executionMicros time of executions, further rows included
 * @param parseMicros time of Parse messages
 * @param bindMicros time of Bind messages
 * @param durations how long the calls took, empty without calls
 * @param first when the first statement ended, empty if the log shows no times
 * @param last when the last statement ended
 * @param users calls by user
 * @param databases calls by database
 * @param applications calls by application
 * @param cancelled statements that did not finish
 */
public record OtherPatterns(
    Bound bound,
    long patterns,
    long messages,
    long calls,
    long executionMicros,
    long parseMicros,
    long bindMicros,
    Optional<DurationSummary> durations,
    Optional<Instant> first,
    Optional<Instant> last,
    SortedMap<String, Long> users,
    SortedMap<String, Long> databases,
    SortedMap<String, Long> applications,
    long cancelled) {
  /** What patterns there was no room for did not fit in. */
  public enum Bound {
    /** The number of patterns. */
    NUMBER("number"),
    /** The length of the texts of all patterns together. */
    TEXTS("texts");

    private final String word;

    Bound(String word) {
      this.word = word;
    }

    /**
     * The name in reports.
     *
     * @return one word
     */
    public String word() {
      return word;
    }
  }
}
