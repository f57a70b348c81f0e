package io.github.pgslowlog.diagnostics;

/**
 * How often something was skipped for one reason.
 *
 * @param reason why
 * @param count how often
 * @param example the first place, in the order in which inputs were read
 */
public record SkipCount(SkipReason reason, long count, Location example) {}
