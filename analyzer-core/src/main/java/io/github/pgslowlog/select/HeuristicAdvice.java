package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.candidate.IndexNeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An index that rests on the statements alone, in words. */
final class HeuristicAdvice {
  private final CandidateIndex index;
  private final List<PatternNeeds> costliest;

  HeuristicAdvice(CandidateIndex index, List<PatternNeeds> served) {
    this.index = index;
    this.costliest =
        served.stream()
            .sorted(
                Comparator.<PatternNeeds>comparingLong(p -> p.pattern().executionMicros())
                    .reversed()
                    .thenComparing(p -> p.pattern().fingerprint()))
            .toList();
  }

  Recommendation recommendation() {
    IndexDefinition definition = new IndexDefinition(index);
    Recommendation.Builder recommendation =
        Recommendation.of(Action.CREATE, index.table(), definition.create())
            .index(index)
            .rollback(definition.drop())
            .served(costliest.stream().map(p -> ServedQuery.of(p.pattern())).toList());
    costliest.stream().map(this::reason).distinct().forEach(recommendation::reason);
    caveats().forEach(recommendation::caveat);
    return recommendation.build();
  }

  private String reason(PatternNeeds pattern) {
    return pattern.needs().stream()
        .max(Comparator.comparingDouble(this::share))
        .map(need -> share(need) < 1 ? need.reason() + ", in part" : need.reason())
        .orElse("");
  }

  private double share(IndexNeed need) {
    return (double) need.served(index) / need.keys();
  }

  private List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "no schema given: check that no index, primary key or unique constraint begins with the same columns");
    if (costliest.stream().anyMatch(PatternNeeds::byNaming)) {
      caveats.add("the table of a column is inferred from how columns are named");
    }
    caveats.add(
        "table size and writes are unknown: a small table needs no index, a busy one pays for each");
    return caveats;
  }
}
