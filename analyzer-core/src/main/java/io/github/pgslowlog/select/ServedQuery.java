package io.github.pgslowlog.select;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.workload.Pattern;
import java.util.OptionalDouble;

/**
 * A pattern that a recommendation serves.
 *
 * @param fingerprint names it
 * @param calls its calls
 * @param micros its execution time in microseconds
 * @param costBefore cost by the planner as things are, mean of its samples; empty if it was not
 *     planned
 * @param costAfter cost by the planner with all that is recommended together
 */
public record ServedQuery(
    Fingerprint fingerprint,
    long calls,
    long micros,
    OptionalDouble costBefore,
    OptionalDouble costAfter) {
  /** Rounds costs to two decimals. */
  public ServedQuery {
    costBefore = Rounded.cost(costBefore);
    costAfter = Rounded.cost(costAfter);
  }

  /**
   * A pattern that was not planned.
   *
   * @param pattern the pattern
   * @return without costs
   */
  public static ServedQuery of(Pattern pattern) {
    return new ServedQuery(
        pattern.fingerprint(),
        pattern.calls(),
        pattern.executionMicros(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
