package io.github.pgslowlog.workload;

/**
 * How long the calls of a pattern took, all in microseconds.
 *
 * @param min the shortest
 * @param max the longest
 * @param mean arithmetic mean, rounded half up
 * @param deviation standard deviation of the population, rounded
 * @param p50 median, within 0.8 %
 * @param p95 95th percentile, within 0.8 %
 * @param p99 99th percentile, within 0.8 %
 */
public record DurationSummary(
    long min, long max, long mean, long deviation, long p50, long p95, long p99) {}
