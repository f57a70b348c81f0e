package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that did not finish. Such a statement has no duration in the log.
 *
 * @param location where the message starts
 * @param time when it was cancelled, null if the log shows no time
 * @param origin whose session it was
 * @param reason why
 * @param sql the statement under way; for prepared statements and cursors of SQL the inner query
 *     where it is known; null if the log does not show it
 * @param detail its parameters as in a DETAIL section, null if the log shows none
 * @param context the CONTEXT section, null if there is none
 * @param foreignKeyCheck the search for referencing rows that was under way, null if none was
 */
public record CancelledStatement(
    Location location,
    @Nullable Instant time,
    Origin origin,
    CancelReason reason,
    @Nullable Slice sql,
    @Nullable Slice detail,
    @Nullable Slice context,
    @Nullable ForeignKeyCheck foreignKeyCheck) {

  /**
   * The values of {@code $1}, {@code $2} and so on.
   *
   * @return the values in order, empty for SQL NULL; an empty list if the log shows none
   */
  public List<Optional<String>> parameters() {
    return detail == null ? List.of() : ParameterList.read(detail);
  }
}
