package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan that auto_explain wrote, with what it is the plan of.
 *
 * @param location where the message starts
 * @param time when the statement ended, null if the log shows no time
 * @param origin whose session it was
 * @param micros time in the executor, microseconds
 * @param sql the query; for prepared statements and cursors of SQL the inner one; null if the
 *     message does not show it
 * @param detail the parameters as in a DETAIL section, null if the message shows none
 * @param plan the plan as it was written; with json, yaml and xml the whole document
 * @param format how the plan is written
 * @param nested whether it ran within another statement: in a function, or to check a foreign key
 * @param counted whether it stands for an execution, because no duration of the statement was
 *     logged
 */
public record PlannedStatement(
    Location location,
    @Nullable Instant time,
    Origin origin,
    long micros,
    @Nullable Slice sql,
    @Nullable Slice detail,
    Slice plan,
    PlanFormat format,
    boolean nested,
    boolean counted) {

  /**
   * The values of {@code $1}, {@code $2} and so on.
   *
   * @return the values in order, empty for SQL NULL; an empty list if the log shows none
   */
  public List<Optional<String>> parameters() {
    return detail == null ? List.of() : ParameterList.read(detail);
  }

  PlannedStatement asExecution() {
    return new PlannedStatement(
        location, time, origin, micros, sql, detail, plan, format, nested, true);
  }
}
