package io.github.pgslowlog.decode;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.language.Label;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of the server with its fields, whatever the format of the log. What the log does not
 * show is null.
 *
 * @param location where it starts
 * @param time when it was written
 * @param origin whose session wrote it
 * @param severity its severity
 * @param sqlState its SQLSTATE
 * @param message its text
 * @param detail DETAIL, for durations the parameters
 * @param context CONTEXT
 * @param statement STATEMENT, the statement under way
 */
public record LogEntry(
    Location location,
    @Nullable Instant time,
    Origin origin,
    Label severity,
    @Nullable String sqlState,
    Slice message,
    @Nullable Slice detail,
    @Nullable Slice context,
    @Nullable Slice statement) {}
