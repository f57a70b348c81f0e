package io.github.pgslowlog;

import io.github.pgslowlog.advice.AdviceMerge;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.workload.ColumnPairAccumulator;
import io.github.pgslowlog.workload.ColumnUsageAccumulator;
import io.github.pgslowlog.workload.ExpressionUsageAccumulator;
import io.github.pgslowlog.workload.JoinEdgeAccumulator;
import io.github.pgslowlog.workload.Workload;
import io.github.pgslowlog.workload.WorkloadMerge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds analyses of several servers up.
 *
 * <p>Calls and times are exact, and so is what was understood: what a pattern uses columns for
 * stands with the pattern. How many patterns use an expression, two columns together, or a join, is
 * the sum, in which a pattern of several servers counts several times.
 */
final class AnalysisMerge {
  private final List<Analysis> parts;
  private final Workload workload;

  private AnalysisMerge(List<Analysis> parts) {
    this.parts = parts;
    this.workload = WorkloadMerge.of(parts.stream().map(Analysis::workload).toList());
  }

  static Analysis of(List<Analysis> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to merge");
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    TwiceGiven.refuse(parts);
    return new AnalysisMerge(parts).merged();
  }

  private Analysis merged() {
    ColumnUsageAccumulator columns = new ColumnUsageAccumulator();
    ExpressionUsageAccumulator expressions = new ExpressionUsageAccumulator();
    ColumnPairAccumulator pairs = new ColumnPairAccumulator();
    JoinEdgeAccumulator joins = new JoinEdgeAccumulator();
    for (Analysis part : parts) {
      part.columns().forEach(columns::found);
      part.expressions().forEach(expressions::add);
      part.columnPairs().forEach(pairs::add);
      part.joins().forEach(joins::add);
    }
    List<Query> queries = queries();
    queries.forEach(query -> columns.add(query.columns(), query.pattern()));
    List<Input> inputs = parts.stream().flatMap(part -> part.inputs().stream()).toList();
    return new Analysis(
        inputs,
        parts.stream().flatMap(part -> part.problems().stream()).distinct().toList(),
        coverage(inputs, queries, columns),
        workload,
        queries,
        columns.toUsages(),
        AdviceMerge.of(
            parts.stream()
                .map(part -> new AdviceMerge.Part(part.advice(), part.workload().executionMicros()))
                .toList()),
        expressions.toUsages(),
        pairs.toUsages(),
        joins.toEdges(),
        parts.stream().allMatch(Analysis::complete));
  }

  private Coverage coverage(
      List<Input> inputs, List<Query> queries, ColumnUsageAccumulator columns) {
    SkipAccumulator skips = new SkipAccumulator();
    long longStatements = 0;
    for (Analysis part : parts) {
      skips.add(part.coverage().skipped(), part.coverage().lostMicros());
      longStatements += part.coverage().longStatements();
    }
    return new CoverageBuilder(inputs, skips, workload, queries)
        .toCoverage(columns, longStatements, FilterMerge.of(parts));
  }

  /** What the syntax tells is the same everywhere, but a server with a catalog tells more. */
  private List<Query> queries() {
    Map<Fingerprint, Query> best = new HashMap<>();
    for (Analysis part : parts) {
      for (Query query : part.queries()) {
        best.merge(
            query.pattern().fingerprint(),
            query,
            (one, other) -> resolved(other) > resolved(one) ? other : one);
      }
    }
    return workload.patterns().stream()
        .map(p -> Objects.requireNonNull(best.get(p.fingerprint())).withPattern(p))
        .toList();
  }

  private static long resolved(Query query) {
    return query.columns().stream().filter(column -> column.table().isPresent()).count();
  }
}
