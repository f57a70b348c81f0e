package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses among candidates by the time of the patterns they serve, without a schema.
 *
 * <p>An index whose keys begin another one is left out, as the wider one does its work, unless the
 * wider one adds little: then the narrower one stays. What would serve less than one percent of all
 * execution time is left out, too, and what comes after the first ten.
 */
public final class HeuristicSelector {
  private static final int MAX_RECOMMENDATIONS = 10;
  private static final int MIN_SHARE_PERCENT = 1;
  private static final int MIN_WIDER_PERCENT = 10;

  private final Map<CandidateIndex, Map<Fingerprint, ServedPattern>> served = new LinkedHashMap<>();

  /** Starts without candidates. */
  public HeuristicSelector() {}

  /**
   * Adds what a pattern asks for.
   *
   * @param index a candidate
   * @param pattern the pattern it serves
   */
  public void add(CandidateIndex index, ServedPattern pattern) {
    served
        .computeIfAbsent(index, k -> new TreeMap<>())
        .putIfAbsent(pattern.pattern().fingerprint(), pattern);
  }

  /**
   * Chooses.
   *
   * @param allMicros execution time of the workload in microseconds
   * @return the indexes whose patterns cost most first
   */
  public List<Recommendation> select(long allMicros) {
    fold();
    return served.entrySet().stream()
        .filter(e -> micros(e.getValue()) * 100 >= allMicros * MIN_SHARE_PERCENT)
        .map(e -> recommendation(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(Recommendation::micros)
                .thenComparingLong(Recommendation::calls)
                .reversed()
                .thenComparing(Recommendation::statement))
        .limit(MAX_RECOMMENDATIONS)
        .toList();
  }

  private void fold() {
    List<CandidateIndex> narrowFirst = narrowFirst();
    Map<CandidateIndex, List<CandidateIndex>> wider = wider(narrowFirst);
    for (CandidateIndex narrow : narrowFirst) {
      for (CandidateIndex wide : wider.getOrDefault(narrow, List.of())) {
        if (served.containsKey(narrow) && served.containsKey(wide)) {
          foldPair(narrow, wide);
        }
      }
    }
  }

  private List<CandidateIndex> narrowFirst() {
    Map<CandidateIndex, String> definitions = new HashMap<>();
    served.keySet().forEach(index -> definitions.put(index, new IndexDefinition(index).create()));
    List<CandidateIndex> narrowFirst = new ArrayList<>(served.keySet());
    narrowFirst.sort(
        Comparator.<CandidateIndex>comparingInt(index -> index.keys().size())
            .thenComparing(index -> definitions.getOrDefault(index, "")));
    return narrowFirst;
  }

  /** For each candidate those that begin with its keys, in the order given. */
  private Map<CandidateIndex, List<CandidateIndex>> wider(List<CandidateIndex> indexes) {
    Map<CandidateIndex, List<CandidateIndex>> wider = new HashMap<>();
    for (CandidateIndex index : indexes) {
      for (int keys = 1; keys < index.keys().size(); keys++) {
        CandidateIndex narrow = new CandidateIndex(index.table(), index.keys().subList(0, keys));
        if (served.containsKey(narrow)) {
          wider.computeIfAbsent(narrow, k -> new ArrayList<>()).add(index);
        }
      }
    }
    return wider;
  }

  private void foldPair(CandidateIndex narrow, CandidateIndex wide) {
    long wideMicros = micros(patterns(wide));
    boolean worthIt = wideMicros * 100 >= micros(patterns(narrow)) * MIN_WIDER_PERCENT;
    CandidateIndex kept = worthIt ? wide : narrow;
    CandidateIndex dropped = worthIt ? narrow : wide;
    patterns(dropped).forEach(patterns(kept)::putIfAbsent);
    served.remove(dropped);
  }

  private Map<Fingerprint, ServedPattern> patterns(CandidateIndex index) {
    return served.getOrDefault(index, Map.of());
  }

  private static long micros(Map<Fingerprint, ServedPattern> patterns) {
    return patterns.values().stream().mapToLong(p -> p.pattern().executionMicros()).sum();
  }

  private static Recommendation recommendation(
      CandidateIndex index, Map<Fingerprint, ServedPattern> patterns) {
    List<ServedPattern> costliest =
        patterns.values().stream()
            .sorted(
                Comparator.<ServedPattern>comparingLong(p -> p.pattern().executionMicros())
                    .reversed()
                    .thenComparing(p -> p.pattern().fingerprint()))
            .toList();
    IndexDefinition definition = new IndexDefinition(index);
    Recommendation.Builder recommendation =
        Recommendation.of(Action.CREATE, index.table(), definition.create())
            .index(index)
            .rollback(definition.drop())
            .served(costliest.stream().map(p -> ServedQuery.of(p.pattern())).toList());
    costliest.stream().map(ServedPattern::reason).distinct().forEach(recommendation::reason);
    caveats(costliest).forEach(recommendation::caveat);
    return recommendation.build();
  }

  private static List<String> caveats(List<ServedPattern> patterns) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "no schema given: check that no index, primary key or unique constraint begins with the same columns");
    if (patterns.stream().anyMatch(ServedPattern::byNaming)) {
      caveats.add("the table of a column is inferred from how columns are named");
    }
    caveats.add(
        "table size and writes are unknown: a small table needs no index, a busy one pays for each");
    return caveats;
  }
}
