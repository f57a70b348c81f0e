package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a statement besides that it took time. Cancelled statements are told
 * apart, see {@link CancelledStatement}.
 *
 * @param location where the message starts, of several the last
 * @param time when it was written, null if the log shows no time
 * @param origin whose session it was
 * @param kind what happened
 * @param what more about it, in English and without any value; empty if nothing is known
 * @param amount microseconds waited, bytes written; 0 for other kinds
 * @param sql the statement under way; for prepared statements and cursors of SQL the inner query
 *     where it is known; null if the log does not show it
 */
public record StatementEvent(
    Location location,
    @Nullable Instant time,
    Origin origin,
    Kind kind,
    String what,
    long amount,
    @Nullable Slice sql) {
  /** What may happen. */
  public enum Kind {
    /** It failed. */
    ERROR,
    /** It waited for a lock longer than deadlock_timeout (log_lock_waits). */
    LOCK_WAIT,
    /** It was given up to break a deadlock. */
    DEADLOCK,
    /** It wrote a temporary file (log_temp_files). */
    TEMPORARY_FILE
  }
}
