package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Patterns by their place in the report.
 *
 * @param ranks place by fingerprint, from 1
 */
record PatternNumbers(Map<Fingerprint, Integer> ranks) {
  private static final int MAX_NUMBERS = 8;

  /** Those of an analysis. */
  static PatternNumbers in(Analysis analysis) {
    Map<Fingerprint, Integer> ranks = new HashMap<>();
    for (Query query : analysis.queries()) {
      ranks.put(query.pattern().fingerprint(), ranks.size() + 1);
    }
    return new PatternNumbers(ranks);
  }

  /** From 1; 0 for a pattern that is not in the report. */
  int place(Fingerprint fingerprint) {
    return ranks.getOrDefault(fingerprint, 0);
  }

  /** {@code #3}. */
  String of(Fingerprint fingerprint) {
    return "#" + place(fingerprint);
  }

  /** {@code patterns #1 #3 and 4 more}. */
  String of(List<Fingerprint> queries) {
    String numbers =
        queries.stream().limit(MAX_NUMBERS).map(this::of).collect(Collectors.joining(" "));
    return (queries.size() == 1 ? "pattern " : "patterns ")
        + numbers
        + (queries.size() > MAX_NUMBERS ? " and " + (queries.size() - MAX_NUMBERS) + " more" : "");
  }
}
