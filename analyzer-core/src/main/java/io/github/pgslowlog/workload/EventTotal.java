package io.github.pgslowlog.workload;

/**
 * Events of one kind that say the same.
 *
 * @param kind what happened
 * @param what in the server's words in English, values left out: {@code duplicate key value
 *     violates unique constraint "orders_pkey"}, {@code invalid input syntax for type integer:
 *     "..."}, {@code AccessExclusiveLock on relation}, {@code statement timeout}; {@code SQLSTATE
 *     22012} where the words are not known and the log shows it; {@code RAISE} for what functions
 *     raise otherwise; empty if there is nothing to add to the kind
 * @param count how often
 * @param amount of all together, in the kind's unit; 0 for kinds that have none
 * @param most the largest amount of one event
 */
public record EventTotal(EventKind kind, String what, long count, long amount, long most) {}
