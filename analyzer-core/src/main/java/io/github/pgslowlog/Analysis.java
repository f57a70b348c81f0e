package io.github.pgslowlog;

import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.workload.ColumnPairUsage;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.ExpressionUsage;
import io.github.pgslowlog.workload.JoinEdge;
import io.github.pgslowlog.workload.Workload;
import java.util.List;

/**
 * What the logs say.
 *
 * @param inputs what was read of each log
 * @param problems what a person should know about them, and about the advice
 * @param coverage how much was understood
 * @param workload the statements, added up
 * @param queries the patterns with what their syntax tells, those that cost most time first
 * @param columns how columns are used, those that cost most time first
 * @param advice what to do, and what cannot be helped
 * @param expressions how expressions of columns are used, those that cost most time first
 * @param columnPairs which columns conditions are on together, those that cost most time first
 * @param joins which tables are joined by what, those that cost most time first
 * @param complete whether all that was given was read; false if somebody stopped it before
 */
public record Analysis(
    List<Input> inputs,
    List<Problem> problems,
    Coverage coverage,
    Workload workload,
    List<Query> queries,
    List<ColumnUsage> columns,
    Advice advice,
    List<ExpressionUsage> expressions,
    List<ColumnPairUsage> columnPairs,
    List<JoinEdge> joins,
    boolean complete) {
  /** Copies the lists. */
  public Analysis {
    inputs = List.copyOf(inputs);
    problems = List.copyOf(problems);
    queries = List.copyOf(queries);
    columns = List.copyOf(columns);
    expressions = List.copyOf(expressions);
    columnPairs = List.copyOf(columnPairs);
    joins = List.copyOf(joins);
  }

  /**
   * Adds analyses of several servers up.
   *
   * @param parts at least one, in the order in which their logs are to be shown
   * @return calls, times, and how much was understood, as one run over all the logs would tell;
   *     only how many patterns use an expression, two columns together, or a join is the sum, in
   *     which a pattern of several servers counts several times; of each server's advice what is
   *     the same becomes one, and an index is to be dropped only where all say so
   * @throws io.github.pgslowlog.diagnostics.AnalyzerException when a log is in two of them
   */
  public static Analysis merge(List<Analysis> parts) {
    return AnalysisMerge.of(parts);
  }

  /**
   * What to do.
   *
   * @return indexes to create first
   */
  public List<Recommendation> recommendations() {
    return advice.recommendations();
  }
}
