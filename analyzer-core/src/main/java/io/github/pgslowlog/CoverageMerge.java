package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.SkipAccumulator;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * How much of the logs of several servers was understood. Shares are means weighted by time, so
 * they may be a tenth of a percent less than those of one run over all logs.
 */
final class CoverageMerge {
  private final List<Analysis> parts;

  private CoverageMerge(List<Analysis> parts) {
    this.parts = parts;
  }

  static Coverage of(List<Analysis> parts, List<Query> queries) {
    return new CoverageMerge(parts).coverage(queries);
  }

  private Coverage coverage(List<Query> queries) {
    SkipAccumulator skips = new SkipAccumulator();
    parts.forEach(part -> part.coverage().skipped().forEach(skips::add));
    SqlCoverage sql = sql(queries);
    return new Coverage(
        sum(Coverage::lines),
        sum(Coverage::entries),
        skips.counts(),
        share(Coverage::understoodTime, CoverageMerge::understoodMicros),
        share(Coverage::sqlParsedTime, CoverageMerge::dataMicros),
        share(Coverage::columnsResolvedTime, CoverageMerge::dataMicros),
        sql.data().patterns(),
        sql.parsed().patterns(),
        sql,
        sum(Coverage::columnUses),
        sum(Coverage::ambiguousUses),
        sum(Coverage::cutPatterns),
        sum(Coverage::longStatements),
        filter());
  }

  /** Where only some have a filter, all of the others passed. */
  private Optional<FilterCoverage> filter() {
    if (parts.stream().allMatch(part -> part.coverage().filter().isEmpty())) {
      return Optional.empty();
    }
    List<FilterCoverage> all = parts.stream().map(CoverageMerge::filter).toList();
    Map<String, FilterCoverage.Part> asked = new LinkedHashMap<>();
    for (FilterCoverage one : all) {
      for (FilterCoverage.Part part : one.parts()) {
        asked.merge(
            part.criterion().word() + " " + part.wanted(),
            part,
            (a, b) ->
                new FilterCoverage.Part(a.criterion(), a.wanted(), a.removed() + b.removed()));
      }
    }
    return Optional.of(
        new FilterCoverage(
            all.stream().mapToLong(FilterCoverage::entries).sum(),
            all.stream().mapToLong(FilterCoverage::passedEntries).sum(),
            all.stream().mapToLong(FilterCoverage::executions).sum(),
            all.stream().mapToLong(FilterCoverage::passedExecutions).sum(),
            all.stream().mapToLong(FilterCoverage::leftOutPatterns).sum(),
            List.copyOf(asked.values())));
  }

  private static FilterCoverage filter(Analysis part) {
    Workload workload = part.workload();
    long entries = workload.byKind().stream().mapToLong(KindTotal::count).sum();
    return part.coverage()
        .filter()
        .orElse(
            new FilterCoverage(
                entries, entries, workload.executions(), workload.executions(), 0, List.of()));
  }

  private long sum(ToLongFunction<Coverage> number) {
    return parts.stream().map(Analysis::coverage).mapToLong(number).sum();
  }

  /** Of a part and its share the whole is known, too, unless there is nothing of it. */
  private int share(ToIntFunction<Coverage> tenths, ToLongFunction<Analysis> micros) {
    double part = 0;
    double whole = 0;
    for (Analysis analysis : parts) {
      double weight = micros.applyAsLong(analysis);
      whole += weight;
      part += weight * tenths.applyAsInt(analysis.coverage());
    }
    int least = parts.stream().map(Analysis::coverage).mapToInt(tenths).min().orElse(0);
    return whole == 0 ? least : (int) Math.floor(part / whole + 1e-9);
  }

  private static long understoodMicros(Analysis analysis) {
    return analysis.workload().byKind().stream()
        .filter(total -> total.kind() != StatementKind.PLAN)
        .mapToLong(KindTotal::micros)
        .sum();
  }

  private static long dataMicros(Analysis analysis) {
    Workload workload = analysis.workload();
    long others = workload.other().map(OtherPatterns::executionMicros).orElse(0L);
    return analysis.coverage().sql().data().micros() + others;
  }

  /** A pattern of several servers counts once; its time is that of all. */
  private SqlCoverage sql(List<Query> queries) {
    int unparsed = (int) queries.stream().filter(CoverageMerge::isUnparsed).count();
    int utility = (int) queries.stream().filter(q -> q.type() == StatementType.UTILITY).count();
    int skeleton =
        Math.min(
            queries.size() - unparsed - utility,
            parts.stream().mapToInt(p -> p.coverage().sql().skeleton().patterns()).max().orElse(0));
    int parser = queries.size() - unparsed - utility - skeleton;
    return new SqlCoverage(
        new SqlCoverage.Share(parser, micros(SqlCoverage::parser)),
        new SqlCoverage.Share(skeleton, micros(SqlCoverage::skeleton)),
        new SqlCoverage.Share(unparsed, micros(SqlCoverage::unparsed)),
        new SqlCoverage.Share(utility, micros(SqlCoverage::utility)));
  }

  private static boolean isUnparsed(Query query) {
    return query.unparsed().isPresent() && query.type() != StatementType.UTILITY;
  }

  private long micros(Function<SqlCoverage, SqlCoverage.Share> share) {
    return parts.stream().mapToLong(p -> share.apply(p.coverage().sql()).micros()).sum();
  }
}
