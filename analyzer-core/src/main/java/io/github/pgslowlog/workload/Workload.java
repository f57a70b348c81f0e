package io.github.pgslowlog.workload;

import io.github.pgslowlog.statement.StatementKind;
import java.util.List;

/**
 * Everything a log says about statements, added up.
 *
 * @param patterns those that cost most time first
 * @param byKind totals of the kinds that occur, in the order of {@link StatementKind}
 */
public record Workload(List<Pattern> patterns, List<KindTotal> byKind) {
  /** Copies the lists. */
  public Workload {
    patterns = List.copyOf(patterns);
    byKind = List.copyOf(byKind);
  }

  /**
   * Number of executions whose SQL is known.
   *
   * @return simple queries and Execute messages
   */
  public long executions() {
    return byKind.stream().filter(t -> t.kind().isCall()).mapToLong(KindTotal::count).sum();
  }

  /**
   * Time of executions whose SQL is known.
   *
   * @return microseconds
   */
  public long executionMicros() {
    return byKind.stream().filter(t -> t.kind().isExecution()).mapToLong(KindTotal::micros).sum();
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
