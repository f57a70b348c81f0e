package io.github.pgslowlog.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An execution of a pattern, with its values.
 *
 * @param sql the statement as it was logged
 * @param parameters values of {@code $1}, {@code $2} and so on of {@code sql}, as the log wrote
 *     them without quotes; empty where NULL
 * @param micros how long it took, in microseconds
 * @param time when it ended, empty if the log shows no times
 */
public record Sample(
    String sql, List<Optional<String>> parameters, long micros, Optional<Instant> time) {
  /** Copies the list. */
  public Sample {
    parameters = List.copyOf(parameters);
  }
}
