package io.github.pgslowlog.workload;

import io.github.pgslowlog.statement.StatementKind;
import java.util.List;
import java.util.Optional;

/**
 * Everything a log says about statements, added up.
 *
 * @param patterns those that cost most time first
 * @param other the statements of all patterns that there was no room for; empty if there are none
 * @param byKind totals of the kinds that occur, in the order of {@link StatementKind}; as the log
 *     wrote them
 * @param cancelled statements that did not finish, the most frequent reason first
 * @param executions number of executions whose SQL is known: simple queries and Execute messages,
 *     durations joined with their statement, and plans whose statement was not logged
 * @param executionMicros their time in microseconds, further rows of portals included
 * @param joinedMicros time of durations without text that were joined with their statement
 * @param plannedMicros time of plans whose statement was not logged
 * @param history load over time, and what happened besides
 */
public record Workload(
    List<Pattern> patterns,
    Optional<OtherPatterns> other,
    List<KindTotal> byKind,
    List<CancelledTotal> cancelled,
    long executions,
    long executionMicros,
    long joinedMicros,
    long plannedMicros,
    WorkloadHistory history) {
  /** Copies the lists. */
  public Workload {
    patterns = List.copyOf(patterns);
    byKind = List.copyOf(byKind);
    cancelled = List.copyOf(cancelled);
  }

  /**
   * Time of one kind.
   *
   * @param kind what was measured
   * @return microseconds
   */
  public long micros(StatementKind kind) {
    return byKind.stream().filter(t -> t.kind() == kind).mapToLong(KindTotal::micros).sum();
  }
}
