/**
 * Statements with their durations.
 *
 * <p>In: {@link io.github.pgslowlog.decode.LogEntry}. Out: {@link
 * io.github.pgslowlog.statement.LoggedStatement} for every message that reports a duration, {@link
 * io.github.pgslowlog.statement.PlannedStatement} for every plan, and {@link
 * io.github.pgslowlog.statement.CancelledStatement} for every statement that was cancelled, as
 * {@link io.github.pgslowlog.statement.SessionTracker} finds them.
 */
@NullMarked
package io.github.pgslowlog.statement;

import org.jspecify.annotations.NullMarked;
