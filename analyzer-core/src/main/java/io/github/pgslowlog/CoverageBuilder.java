package io.github.pgslowlog;

import io.github.pgslowlog.SqlCoverage.Share;
import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.ColumnUsageAccumulator;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How much was understood: of one run, or of several together. All of it follows from what a saved
 * report has, so that both are counted the same way.
 */
final class CoverageBuilder {
  private final List<Input> inputs;
  private final SkipAccumulator skips;
  private final Workload workload;
  private final List<Query> queries;

  CoverageBuilder(
      List<Input> inputs, SkipAccumulator skips, Workload workload, List<Query> queries) {
    this.inputs = inputs;
    this.skips = skips;
    this.workload = workload;
    this.queries = queries;
  }

  Coverage toCoverage(
      ColumnUsageAccumulator columns, long longStatements, Optional<FilterCoverage> filtered) {
    SqlCoverage sql =
        new SqlCoverage(
            share(q -> isParsed(q) && !hasGap(q, ReadingGap.OUTLINE)),
            share(q -> isParsed(q) && hasGap(q, ReadingGap.OUTLINE)),
            share(q -> q.unparsed().isPresent()),
            share(q -> q.unparsed().isEmpty() && q.type() == StatementType.UTILITY));
    Share resolved = share(q -> isParsed(q) && !hasGap(q, ReadingGap.COLUMNS));
    long dataMicros = sql.data().micros() + otherMicros();
    long entries = inputs.stream().mapToLong(Input::entries).sum();
    return new Coverage(
        inputs.stream().mapToLong(Input::lines).sum(),
        entries,
        skips.counts(),
        skips.lostMicros(),
        entries == 0 ? 0 : Coverage.share(understoodMicros(), loggedMicros()),
        Coverage.share(sql.parsed().micros(), dataMicros),
        Coverage.share(resolved.micros(), dataMicros),
        sql.data().patterns(),
        sql.parsed().patterns(),
        sql,
        columns.uses(),
        columns.ambiguousUses(),
        share(q -> hasGap(q, ReadingGap.PAIRS)).patterns(),
        longStatements,
        filtered);
  }

  private static boolean isParsed(Query query) {
    return query.unparsed().isEmpty() && query.type() != StatementType.UTILITY;
  }

  private static boolean hasGap(Query query, ReadingGap gap) {
    return query.gaps().contains(gap);
  }

  private Share share(Predicate<Query> of) {
    return queries.stream()
        .filter(of)
        .map(query -> new Share(1, query.pattern().executionMicros()))
        .reduce(Share.NONE, Share::plus);
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
