package io.github.pgslowlog.report.html;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import java.util.List;
import java.util.stream.Collectors;

/** What is advised for one pattern, as the last part of a sentence. */
final class AdviceClause {
  private static final int MOST_INDEXES = 3;
  private static final int LONGEST_INDEX = 300;

  private final Ties ties;

  AdviceClause(Ties ties) {
    this.ties = ties;
  }

  /** Such as {@code an index on orders (customer_id) makes it 80 times cheaper}. */
  String of(Fingerprint fingerprint) {
    List<Recommendation> serving =
        ties.advice(fingerprint).stream().map(ties.analysis.recommendations()::get).toList();
    List<CandidateIndex> indexes = serving.stream().flatMap(r -> r.index().stream()).toList();
    if (!indexes.isEmpty()) {
      return indexes(indexes) + effect(fingerprint, serving, indexes.size() == 1);
    }
    if (serving.stream().anyMatch(r -> r.action() == Action.REWRITE)) {
      return "it is better written another way";
    }
    if (!serving.isEmpty()) {
      return serving.get(0).reasons().stream().findFirst().orElse("there is advice");
    }
    return ties.cause(fingerprint).map(cause -> "no index will help: " + cause).orElse("");
  }

  private static String indexes(List<CandidateIndex> indexes) {
    String names =
        indexes.stream()
            .limit(MOST_INDEXES)
            .map(index -> Excerpt.of(index(index), LONGEST_INDEX))
            .collect(Collectors.joining(" and on "));
    int more = indexes.size() - MOST_INDEXES;
    return (indexes.size() == 1 ? "an index on " : "indexes on ")
        + names
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** {@code orders (customer_id, created_at)}. */
  static String index(CandidateIndex index) {
    String method = index.accessMethod();
    return index.table()
        + (method.equals(CandidateIndex.BTREE) ? "" : " using " + method)
        + index.keys().stream().map(IndexKey::sql).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String effect(
      Fingerprint fingerprint, List<Recommendation> serving, boolean single) {
    return serving.stream()
        .flatMap(recommendation -> recommendation.served().stream())
        .filter(served -> served.fingerprint().equals(fingerprint))
        .filter(AdviceClause::isPlanned)
        .findFirst()
        .map(served -> effect(served, single))
        .orElse(" may help (not confirmed by the planner)");
  }

  private static boolean isPlanned(ServedQuery served) {
    return served.costBefore().orElse(0) > 0 && served.costAfter().orElse(0) > 0;
  }

  private static String effect(ServedQuery served, boolean single) {
    double times = served.costBefore().orElse(0) / served.costAfter().orElse(1);
    return times < AdviceCard.LEAST_CHANGE
        ? (single ? " changes" : " change") + " its cost little"
        : (single ? " makes it " : " make it ") + Figures.times(times) + " times cheaper";
  }
}
