package io.github.pgslowlog;

import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.AdviceRequest;
import io.github.pgslowlog.advice.Advisor;
import io.github.pgslowlog.advice.ShapedPattern;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.resolve.ColumnOwnership;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.RowLimit;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.workload.ColumnPairAccumulator;
import io.github.pgslowlog.workload.ColumnUsageAccumulator;
import io.github.pgslowlog.workload.ExpressionUsageAccumulator;
import io.github.pgslowlog.workload.JoinEdgeAccumulator;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternColumns;
import io.github.pgslowlog.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the workload to columns and indexes: the cold half of the pipeline, once per pattern. */
final class AnalysisBuilder {
  private final List<Input> inputs;
  private final List<Problem> problems;
  private final Workload workload;
  private final Catalog catalog;
  private final Advisor advisor;
  private final SkipAccumulator skips;
  private final ColumnUsageAccumulator columns = new ColumnUsageAccumulator();
  private final ExpressionUsageAccumulator expressions = new ExpressionUsageAccumulator();
  private final ColumnPairAccumulator pairs = new ColumnPairAccumulator();
  private final JoinEdgeAccumulator joins = new JoinEdgeAccumulator();
  private final List<Query> queries = new ArrayList<>();
  private int jobs = 1;
  private @Nullable ParseAhead ahead;
  private Optional<FilterCoverage> filtered = Optional.empty();
  private boolean complete = true;

  AnalysisBuilder(
      List<Input> inputs,
      List<Problem> problems,
      SkipAccumulator skips,
      Workload workload,
      Catalog catalog,
      Advisor advisor) {
    this.inputs = inputs;
    this.problems = problems;
    this.workload = workload;
    this.catalog = catalog;
    this.advisor = advisor;
    this.skips = skips;
  }

  /** Parses on as many threads, and not what was parsed ahead. The result is the same. */
  AnalysisBuilder parsing(int threads, @Nullable ParseAhead parsed) {
    jobs = threads;
    ahead = parsed;
    return this;
  }

  /** Tells what a filter let pass. */
  AnalysisBuilder filtered(Optional<FilterCoverage> passed) {
    filtered = passed;
    return this;
  }

  /** Tells whether all logs were read. */
  AnalysisBuilder complete(boolean all) {
    complete = all;
    return this;
  }

  Analysis build() {
    List<Pattern> patterns = workload.patterns();
    List<Reading> readings = readAll();
    for (int i = 0; i < patterns.size(); i++) {
      add(patterns.get(i), readings.get(i));
    }
    Advice advice = advice(readings);
    return new Analysis(
        inputs,
        problems(advice),
        new CoverageBuilder(inputs, skips, workload, queries)
            .toCoverage(columns, longStatements(), filtered),
        workload,
        queries,
        columns.toUsages(),
        advice,
        expressions.toUsages(),
        pairs.toUsages(),
        joins.toEdges(),
        complete);
  }

  // --- reading

  /** One reading for each pattern. Each shape is replaced in place, as there may be many. */
  private List<Reading> readAll() {
    List<Reading> readings = new WorkloadReader(catalog, jobs, ahead).read(workload.patterns());
    ColumnOwnership ownership =
        ColumnOwnership.of(readings.stream().flatMap(r -> r.shape().stream()).toList());
    readings.replaceAll(
        reading ->
            reading
                .shape()
                .map(shape -> reading.withShape(ownership.resolve(shape)))
                .orElse(reading));
    return readings;
  }

  // --- adding up

  private void add(Pattern pattern, Reading reading) {
    List<ReadingGap> gaps = new ArrayList<>();
    if (reading.outcome() == Reading.Outcome.SKELETON) {
      gaps.add(ReadingGap.OUTLINE);
    }
    if (reading.shape().isPresent()) {
      add(pattern, reading.shape().get(), gaps);
    }
    queries.add(query(pattern, reading, gaps));
  }

  private void add(Pattern pattern, QueryShape shape, List<ReadingGap> gaps) {
    columns.add(shape, pattern);
    expressions.add(shape, pattern);
    joins.add(shape, pattern);
    if (!shape.isResolved()) {
      gaps.add(ReadingGap.COLUMNS);
    }
    if (!pairs.add(shape, pattern)) {
      gaps.add(ReadingGap.PAIRS);
    }
  }

  private static Query query(Pattern pattern, Reading reading, List<ReadingGap> gaps) {
    Optional<QueryShape> shape = reading.shape();
    return new Query(
        pattern,
        shape.map(QueryShape::type).orElseGet(() -> StatementType.of(pattern.query())),
        shape.map(QueryShape::tables).orElse(List.of()),
        reading.unparsed(),
        gaps,
        shape.map(PatternColumns::of).orElse(List.of()),
        shape.flatMap(AnalysisBuilder::limit));
  }

  private long longStatements() {
    return workload.patterns().stream().mapToLong(pattern -> pattern.kept().tooLong()).sum();
  }

  private static Optional<RowLimit> limit(QueryShape shape) {
    return shape.blocks().stream()
        .limit(1)
        .map(block -> block.limit())
        .filter(limit -> limit.limited() || limit.offset())
        .findFirst();
  }

  // --- advice

  private Advice advice(List<Reading> readings) {
    List<ShapedPattern> patterns = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      patterns.add(new ShapedPattern(workload.patterns().get(i), readings.get(i).shape()));
    }
    return advisor.advise(new AdviceRequest(catalog, workload, patterns, columns));
  }

  /** What a person should know of the logs, then of the advice. */
  private List<Problem> problems(Advice advice) {
    List<Problem> all = new ArrayList<>(problems);
    ManyNames.of(workload).ifPresent(all::add);
    all.addAll(advice.problems());
    return all;
  }
}
