package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.sample.KeptSamples;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.statement.PlannedStatement;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All statements with one fingerprint. Times are in microseconds and exact; maps never change.
 *
 * @param fingerprint names the pattern
 * @param query the statement without values
 * @param calls executions: simple queries and Execute messages; the further rows of a portal
 *     ({@code execute fetch from}) are no calls
 * @param executionMicros time of executions, further rows included
 * @param parseMicros time of Parse messages
 * @param bindMicros time of Bind messages
 * @param durations how long the calls took, empty without calls
 * @param first when the first statement ended, empty if the log shows no times
 * @param last when the last statement ended
 * @param users calls by user; of more than {@value #MAX_NAMES} the first in alphabetical order
 * @param databases calls by database, in the same way
 * @param applications calls by application, in the same way
 * @param cancelled statements that did not finish; they are no calls, and the log shows no time
 * @param tags calls by value of each tag in their comments; of many keys and values the first in
 *     alphabetical order
 * @param plan the plan that auto_explain wrote of the slowest execution, empty if there is none
 * @param kept samples as bytes
 * @param history when, how long, from where, and what happened
 */
public record Pattern(
    Fingerprint fingerprint,
    String query,
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
    long cancelled,
    SortedMap<String, SortedMap<String, Long>> tags,
    Optional<PlannedStatement> plan,
    KeptSamples kept,
    PatternHistory history) {
  /** 1,000: servers with a database for each customer have some hundreds. */
  public static final int MAX_NAMES = 1000;

  /** Maps that never change are taken as they are, for there are many; others are copied. */
  public Pattern {
    users = SortedMaps.copyOf(users);
    databases = SortedMaps.copyOf(databases);
    applications = SortedMaps.copyOf(applications);
    tags = SortedMaps.copyOfAll(tags);
  }

  /**
   * Its samples, with their texts and values.
   *
   * @return made anew with each call: use it and drop it
   */
  public PatternSamples samples() {
    return kept.toPatternSamples();
  }
}
