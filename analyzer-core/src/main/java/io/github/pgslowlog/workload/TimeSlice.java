package io.github.pgslowlog.workload;

import java.time.Instant;

/**
 * Load within a slice of time, by when statements ended.
 *
 * @param from its begin; it is as long as {@link Timeline#width()}
 * @param calls executions: simple queries and Execute messages
 * @param micros time of executions in microseconds, further rows of portals included
 */
public record TimeSlice(Instant from, long calls, long micros) {}
