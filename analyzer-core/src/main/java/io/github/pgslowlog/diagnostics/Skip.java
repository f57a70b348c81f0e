package io.github.pgslowlog.diagnostics;

/**
 * Something in a log that was not read, as data in the stream.
 *
 * @param reason why
 * @param location the first place
 * @param lostMicros duration in microseconds that the skipped text reports, 0 if it reports none
 */
public record Skip(SkipReason reason, Location location, long lostMicros) {}
