package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.ColumnPairAccumulator;
import io.github.pgslowlog.workload.ColumnUsageAccumulator;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much was understood: collects it pattern by pattern. */
final class CoverageBuilder {
  private final List<Input> inputs;
  private final SkipAccumulator skips;
  private final Workload workload;
  private final Map<Reading.Outcome, SqlCoverage.Share> shares =
      new EnumMap<>(Reading.Outcome.class);
  private long resolvedMicros;
  private long longStatements;

  CoverageBuilder(List<Input> inputs, SkipAccumulator skips, Workload workload) {
    this.inputs = inputs;
    this.skips = skips;
    this.workload = workload;
  }

  void add(Pattern pattern, Reading reading) {
    SqlCoverage.Share one = new SqlCoverage.Share(1, pattern.executionMicros());
    shares.merge(reading.outcome(), one, SqlCoverage.Share::plus);
    boolean resolved = reading.shape().map(QueryShape::isResolved).orElse(false);
    resolvedMicros += resolved ? pattern.executionMicros() : 0;
    longStatements += pattern.kept().tooLong();
  }

  Coverage toCoverage(
      ColumnUsageAccumulator columns,
      ColumnPairAccumulator pairs,
      Optional<FilterCoverage> filtered) {
    SqlCoverage sql =
        new SqlCoverage(
            share(Reading.Outcome.PARSED),
            share(Reading.Outcome.SKELETON),
            share(Reading.Outcome.UNPARSED),
            share(Reading.Outcome.UTILITY));
    long entries = inputs.stream().mapToLong(Input::entries).sum();
    return new Coverage(
        inputs.stream().mapToLong(Input::lines).sum(),
        entries,
        skips.counts(),
        entries == 0 ? 0 : Coverage.share(understoodMicros(), loggedMicros()),
        Coverage.share(sql.parsed().micros(), sql.data().micros() + otherMicros()),
        Coverage.share(resolvedMicros, sql.data().micros() + otherMicros()),
        sql.data().patterns(),
        sql.parsed().patterns(),
        sql,
        columns.uses(),
        columns.ambiguousUses(),
        pairs.cutPatterns(),
        longStatements,
        filtered);
  }

  private SqlCoverage.Share share(Reading.Outcome outcome) {
    return shares.getOrDefault(outcome, SqlCoverage.Share.NONE);
  }

  /** Nobody looked at these texts: all may read or change tables. */
  private long otherMicros() {
    return workload.other().map(OtherPatterns::executionMicros).orElse(0L);
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
