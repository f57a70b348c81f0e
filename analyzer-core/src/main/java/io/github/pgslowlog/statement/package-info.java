/**
 * Statements with their durations.
 *
 * <p>In: {@link io.github.pgslowlog.decode.LogEntry}. Out: {@link
 * io.github.pgslowlog.statement.LoggedStatement} for every message that reports a duration.
 */
@NullMarked
package io.github.pgslowlog.statement;

import org.jspecify.annotations.NullMarked;
