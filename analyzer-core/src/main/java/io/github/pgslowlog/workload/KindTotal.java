package io.github.pgslowlog.workload;

import io.github.pgslowlog.statement.StatementKind;

/**
 * All duration messages of one kind.
 *
 * @param kind what was measured
 * @param count number of messages
 * @param micros their time in microseconds, exact
 */
public record KindTotal(StatementKind kind, long count, long micros) {}
