package io.github.pgslowlog.benchmarks.generator;

import java.util.List;

/**
 * A statement the application sends again and again.
 *
 * @param number tells it from other patterns
 * @param tag the command as the server's process title shows it
 * @param isPrepared whether the driver sends it by the extended protocol
 * @param medianMicros half of the executions take longer
 */
record Pattern(
    int number,
    Client client,
    String tag,
    boolean isPrepared,
    List<Variant> variants,
    long medianMicros) {
  Pattern {
    variants = List.copyOf(variants);
  }
}
