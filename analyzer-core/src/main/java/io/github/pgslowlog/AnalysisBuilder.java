package io.github.pgslowlog;

import io.github.pgslowlog.candidate.CandidateGenerator;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.parse.SqlParser;
import io.github.pgslowlog.resolve.ColumnOwnership;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.ShapeResolver;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.sample.PatternSamples;
import io.github.pgslowlog.select.HeuristicSelector;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedPattern;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.ColumnUsageAccumulator;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the workload to columns and indexes: the cold half of the pipeline, once per pattern. */
final class AnalysisBuilder {
  private final List<Input> inputs;
  private final List<Problem> problems;
  private final SkipAccumulator skips;
  private final Workload workload;

  AnalysisBuilder(
      List<Input> inputs, List<Problem> problems, SkipAccumulator skips, Workload workload) {
    this.inputs = inputs;
    this.problems = problems;
    this.skips = skips;
    this.workload = workload;
  }

  /** What became of a pattern's text: a shape, or why there is none. */
  private record Reading(Optional<QueryShape> shape, Optional<String> unparsed) {}

  Analysis build() {
    Map<Fingerprint, Reading> readings = parseAll();
    Map<Fingerprint, QueryShape> shapes = new LinkedHashMap<>();
    readings.forEach((f, reading) -> reading.shape().ifPresent(shape -> shapes.put(f, shape)));
    Map<Fingerprint, QueryShape> resolved = ColumnOwnership.resolve(shapes);
    ColumnUsageAccumulator columns = new ColumnUsageAccumulator();
    for (Pattern pattern : workload.patterns()) {
      QueryShape shape = resolved.get(pattern.fingerprint());
      if (shape != null) {
        columns.add(shape, pattern);
      }
    }
    return new Analysis(
        inputs,
        problems,
        coverage(readings, resolved),
        workload,
        queries(readings, resolved),
        columns.toUsages(),
        recommendations(resolved, columns));
  }

  private Map<Fingerprint, Reading> parseAll() {
    Map<Fingerprint, Reading> readings = new LinkedHashMap<>();
    try (SqlParser parser = new SqlParser()) {
      for (Pattern pattern : workload.patterns()) {
        readings.put(
            pattern.fingerprint(), parser.parse(pattern.query(), AnalysisBuilder::reading));
      }
    }
    return readings;
  }

  private static Reading reading(ParseResult result) {
    if (result instanceof ParseResult.Parsed parsed) {
      return new Reading(
          Optional.of(ShapeResolver.withoutCatalog().resolve(parsed, PatternSamples.NONE)),
          Optional.empty());
    }
    Optional<String> reason =
        result instanceof ParseResult.Unparsed unparsed
            ? Optional.of(unparsed.reason())
            : Optional.empty();
    return new Reading(Optional.empty(), reason);
  }

  private List<Query> queries(
      Map<Fingerprint, Reading> readings, Map<Fingerprint, QueryShape> shapes) {
    List<Query> queries = new ArrayList<>();
    for (Pattern pattern : workload.patterns()) {
      QueryShape shape = shapes.get(pattern.fingerprint());
      Reading reading = readings.get(pattern.fingerprint());
      queries.add(
          new Query(
              pattern,
              shape == null ? StatementType.of(pattern.query()) : shape.type(),
              shape == null ? List.of() : shape.tables(),
              reading == null ? Optional.empty() : reading.unparsed()));
    }
    return queries;
  }

  private List<Recommendation> recommendations(
      Map<Fingerprint, QueryShape> shapes, ColumnUsageAccumulator columns) {
    CandidateGenerator generator = new CandidateGenerator(columns::equalityMicros);
    HeuristicSelector selector = new HeuristicSelector();
    for (Pattern pattern : workload.patterns()) {
      QueryShape shape = shapes.get(pattern.fingerprint());
      if (shape != null) {
        boolean byNaming = isByNaming(shape);
        generator
            .candidates(shape)
            .forEach(
                (index, reason) ->
                    selector.add(index, new ServedPattern(pattern, reason, byNaming)));
      }
    }
    return selector.select(workload.executionMicros());
  }

  private static boolean isByNaming(QueryShape shape) {
    return shape.blocks().stream()
        .flatMap(block -> block.uses().stream())
        .anyMatch(
            use ->
                use.column() instanceof ColumnRef.Resolved known
                    && known.evidence() == Evidence.NAMING);
  }

  // --- coverage

  private Coverage coverage(
      Map<Fingerprint, Reading> readings, Map<Fingerprint, QueryShape> shapes) {
    Set<Fingerprint> data = new HashSet<>();
    readings.forEach(
        (fingerprint, reading) -> {
          if (reading.shape().isPresent() || reading.unparsed().isPresent()) {
            data.add(fingerprint);
          }
        });
    Set<Fingerprint> resolved = new HashSet<>();
    shapes.forEach(
        (fingerprint, shape) -> {
          if (shape.isResolved()) {
            resolved.add(fingerprint);
          }
        });
    long dataMicros = micros(data);
    long entries = inputs.stream().mapToLong(Input::entries).sum();
    return new Coverage(
        inputs.stream().mapToLong(Input::lines).sum(),
        entries,
        skips.counts(),
        entries == 0 ? 0 : Coverage.share(understoodMicros(), loggedMicros()),
        Coverage.share(micros(shapes.keySet()), dataMicros),
        Coverage.share(micros(resolved), dataMicros),
        data.size(),
        shapes.size());
  }

  private long micros(Set<Fingerprint> fingerprints) {
    return workload.patterns().stream()
        .filter(pattern -> fingerprints.contains(pattern.fingerprint()))
        .mapToLong(Pattern::executionMicros)
        .sum();
  }

  private long understoodMicros() {
    long withText =
        workload.byKind().stream()
            .filter(t -> t.kind() != StatementKind.BARE && t.kind() != StatementKind.PLAN)
            .mapToLong(KindTotal::micros)
            .sum();
    return withText + workload.joinedMicros() + workload.plannedMicros();
  }

  private long loggedMicros() {
    long withoutText = workload.micros(StatementKind.BARE) - workload.joinedMicros();
    return understoodMicros() + withoutText + skips.lostMicros();
  }
}
