package io.github.pgslowlog.workload;

/**
 * How many calls took about as long.
 *
 * @param from least duration in microseconds
 * @param to the next larger bucket's least duration: at most 1.6 % more, and at least 1 microsecond
 * @param count number of calls, at least 1
 */
public record DurationBucket(long from, long to, long count) {}
