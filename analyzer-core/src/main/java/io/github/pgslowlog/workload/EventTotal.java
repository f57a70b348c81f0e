package io.github.pgslowlog.workload;

/**
 * Events of one kind that say the same.
 *
 * @param kind what happened
 * @param what in the server's words without any value, such as {@code duplicate key value violates
 *     unique constraint}, {@code AccessExclusiveLock on relation}, {@code statement timeout}; empty
 *     if there is nothing to add to the kind
 * @param count how often
 * @param amount of all together, in the kind's unit; 0 for kinds that have none
 * @param most the largest amount of one event
 */
public record EventTotal(EventKind kind, String what, long count, long amount, long most) {}
