package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.workload.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ties the parts of an analysis together: patterns, their places, and their advice. */
final class Ties {
  final Analysis analysis;
  final ReportOptions options;
  final Optional<Period> period;

  /** Whether the time covered is long enough to tell how patterns grow. */
  final boolean growthTold;

  /** Execution time of all statements in microseconds. */
  final long micros;

  private final Map<Fingerprint, Integer> ranks = new HashMap<>();
  private final Map<Fingerprint, List<Integer>> advice = new HashMap<>();
  private final Map<Fingerprint, String> causes = new HashMap<>();

  Ties(Analysis analysis, ReportOptions options) {
    this.analysis = analysis;
    this.options = options;
    this.period = Period.of(analysis);
    this.micros = analysis.workload().executionMicros();
    Duration width = analysis.workload().history().timeline().width();
    growthTold =
        !analysis.workload().history().timeline().slices().isEmpty()
            && period.filter(p -> Growth.isTold(p, width)).isPresent();
    for (Query query : analysis.queries()) {
      ranks.put(query.pattern().fingerprint(), ranks.size() + 1);
    }
    for (int i = 0; i < analysis.recommendations().size(); i++) {
      for (ServedQuery served : analysis.recommendations().get(i).served()) {
        advice.computeIfAbsent(served.fingerprint(), f -> new ArrayList<>()).add(i);
      }
    }
    for (Unhelped unhelped : analysis.advice().unhelped()) {
      causes.put(unhelped.fingerprint(), unhelped.cause());
    }
  }

  /** Place by time, from 1; 0 if it is not in the report. */
  int rank(Fingerprint fingerprint) {
    return ranks.getOrDefault(fingerprint, 0);
  }

  /** Indexes of the recommendations that serve a pattern. */
  List<Integer> advice(Fingerprint fingerprint) {
    return advice.getOrDefault(fingerprint, List.of());
  }

  /** Why no index helps a pattern. */
  Optional<String> cause(Fingerprint fingerprint) {
    return Optional.ofNullable(causes.get(fingerprint));
  }

  Optional<Growth> growth(Pattern pattern) {
    return growthTold ? period.flatMap(p -> Growth.of(pattern, p)) : Optional.empty();
  }

  PatternLink link(Fingerprint fingerprint) {
    int rank = rank(fingerprint);
    String sql = rank == 0 ? "" : analysis.queries().get(rank - 1).pattern().query();
    return new PatternLink(
        fingerprint.toString(), rank, rank == 0 ? "" : Excerpt.ofStatement(sql, 160));
  }
}
