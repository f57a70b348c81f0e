package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that reports how long something took.
 *
 * @param location where the message starts
 * @param time when the statement ended, null if the log shows no time
 * @param origin whose session it was
 * @param kind what was measured
 * @param name name of the prepared statement, {@code <unnamed>} for the unnamed one; null unless
 *     the kind is parse, bind, execute or execute_fetch
 * @param portal name of the portal, null for the unnamed one
 * @param durationMicros microseconds, as exact as the log
 * @param sql the text as the client sent it; the function's name for fastpath; the query of a plan;
 *     null for bare
 * @param detail the DETAIL section, or the parameters of a plan in its form; null if there is none
 * @param resolution what the time was really spent on, null if {@code sql} says it
 */
public record LoggedStatement(
    Location location,
    @Nullable Instant time,
    Origin origin,
    StatementKind kind,
    @Nullable String name,
    @Nullable String portal,
    long durationMicros,
    @Nullable Slice sql,
    @Nullable Slice detail,
    @Nullable Resolution resolution) {

  /**
   * A statement whose text says what the time was spent on.
   *
   * @param location where the message starts
   * @param time when the statement ended
   * @param origin whose session it was
   * @param kind what was measured
   * @param name name of the prepared statement
   * @param portal name of the portal
   * @param durationMicros microseconds
   * @param sql the text
   * @param detail the DETAIL section
   */
  public LoggedStatement(
      Location location,
      @Nullable Instant time,
      Origin origin,
      StatementKind kind,
      @Nullable String name,
      @Nullable String portal,
      long durationMicros,
      @Nullable Slice sql,
      @Nullable Slice detail) {
    this(location, time, origin, kind, name, portal, durationMicros, sql, detail, null);
  }

  LoggedStatement resolvedTo(@Nullable Resolution real) {
    return new LoggedStatement(
        location, time, origin, kind, name, portal, durationMicros, sql, detail, real);
  }

  LoggedStatement withPlannedSql(@Nullable Slice query, @Nullable Slice parameters) {
    return new LoggedStatement(
        location, time, origin, kind, name, portal, durationMicros, query, parameters, resolution);
  }

  /**
   * The values of {@code $1}, {@code $2} and so on, as the server printed them. Their DETAIL is
   * read in any language: about a duration it can tell little else.
   *
   * @return the values in order, empty for SQL NULL; an empty list if the log shows none
   */
  public List<Optional<String>> parameters() {
    return detail == null ? List.of() : ParameterList.read(detail);
  }
}
