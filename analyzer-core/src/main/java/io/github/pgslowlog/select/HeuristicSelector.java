package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.candidate.IndexNeed;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses among the indexes that patterns ask for, by a model that knows neither sizes nor writes.
 * So it weighs no index against its size; {@link IndexSelector} does, by a planner.
 *
 * <p>An index whose keys begin another one is left out, as the wider one does its work, unless the
 * wider one saves little more: then the narrower one stays. What would serve less than one percent
 * of all execution time is left out, too, and what comes after the first ten.
 */
public final class HeuristicSelector {
  /** Of those whose patterns cost most; twenty times what is named in the end. */
  static final int MAX_CANDIDATES = 200;

  private static final int MAX_RECOMMENDATIONS = 10;
  private static final int MIN_SHARE_PERCENT = 1;

  /** By how much more than the narrower index a wider one has to save. */
  private static final double MIN_WIDER_GAIN = 0.05;

  private final CostModel model;
  private final List<PatternNeeds> patterns;
  private final Map<TableName, List<PatternNeeds>> byTable = new HashMap<>();
  private final Map<CandidateIndex, Double> savings = new HashMap<>();

  /**
   * Makes a selector.
   *
   * @param model tells what the patterns cost
   * @param patterns the workload
   */
  public HeuristicSelector(CostModel model, List<PatternNeeds> patterns) {
    this.model = model;
    this.patterns = List.copyOf(patterns);
    for (PatternNeeds pattern : patterns) {
      pattern.needs().stream()
          .map(need -> need.index().table())
          .distinct()
          .forEach(table -> byTable.computeIfAbsent(table, k -> new ArrayList<>()).add(pattern));
    }
  }

  /**
   * Chooses.
   *
   * @param allMicros execution time of the workload in microseconds
   * @return the indexes whose patterns cost most first
   */
  public List<Recommendation> select(long allMicros) {
    Set<CandidateIndex> chosen = fold(costliest());
    return served(chosen).entrySet().stream()
        .filter(e -> micros(e.getValue()) * 100 >= allMicros * MIN_SHARE_PERCENT)
        .map(e -> new HeuristicAdvice(e.getKey(), e.getValue()).recommendation())
        .sorted(
            Comparator.comparingLong(Recommendation::micros)
                .thenComparingLong(Recommendation::calls)
                .reversed()
                .thenComparing(Recommendation::statement))
        .limit(MAX_RECOMMENDATIONS)
        .toList();
  }

  private static long micros(List<PatternNeeds> patterns) {
    return patterns.stream().mapToLong(p -> p.pattern().executionMicros()).sum();
  }

  /** What can be had of what is asked for, narrow ones first. */
  private List<CandidateIndex> costliest() {
    Map<CandidateIndex, Long> micros = new LinkedHashMap<>();
    for (PatternNeeds pattern : patterns) {
      for (IndexNeed need : pattern.needs()) {
        micros.merge(need.index(), pattern.pattern().executionMicros(), Long::sum);
      }
    }
    Map<CandidateIndex, Offer> offers = model.offer(micros.keySet());
    Map<CandidateIndex, String> definitions = new HashMap<>();
    micros.keySet().forEach(index -> definitions.put(index, new IndexDefinition(index).create()));
    Comparator<CandidateIndex> byDefinition =
        Comparator.comparing(index -> definitions.getOrDefault(index, ""));
    return micros.entrySet().stream()
        .filter(entry -> !(offers.get(entry.getKey()) instanceof Offer.Refused))
        .sorted(
            Map.Entry.<CandidateIndex, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry::getKey, byDefinition))
        .limit(MAX_CANDIDATES)
        .map(Map.Entry::getKey)
        .sorted(
            Comparator.<CandidateIndex>comparingInt(index -> index.keys().size())
                .thenComparing(byDefinition))
        .toList();
  }

  private Set<CandidateIndex> fold(List<CandidateIndex> narrowFirst) {
    Set<CandidateIndex> kept = new LinkedHashSet<>(narrowFirst);
    for (CandidateIndex narrow : narrowFirst) {
      for (CandidateIndex wide : narrowFirst) {
        if (!wide.equals(narrow)
            && narrow.isPrefixOf(wide)
            && kept.contains(narrow)
            && kept.contains(wide)) {
          kept.remove(savesMore(wide, narrow) ? narrow : wide);
        }
      }
    }
    return kept;
  }

  private boolean savesMore(CandidateIndex wide, CandidateIndex narrow) {
    return saving(wide) >= saving(narrow) * (1 + MIN_WIDER_GAIN);
  }

  private double saving(CandidateIndex index) {
    return savings.computeIfAbsent(index, this::askForSaving);
  }

  private double askForSaving(CandidateIndex index) {
    Configuration with = Configuration.with(List.of(index));
    double saving = 0;
    for (PatternNeeds pattern : byTable.getOrDefault(index.table(), List.of())) {
      Optional<PlanResult.Planned> before = plan(pattern, Configuration.AS_IS);
      Optional<PlanResult.Planned> after = plan(pattern, with);
      if (before.isPresent() && after.isPresent()) {
        saving += before.get().cost() - after.get().cost();
      }
    }
    return saving;
  }

  private Optional<PlanResult.Planned> plan(PatternNeeds pattern, Configuration configuration) {
    return model.plan(pattern.statement(), configuration) instanceof PlanResult.Planned planned
        ? Optional.of(planned)
        : Optional.empty();
  }

  /** Which patterns have which index, if there are all of them. */
  private Map<CandidateIndex, List<PatternNeeds>> served(Set<CandidateIndex> chosen) {
    Configuration configuration = Configuration.with(chosen);
    Map<CandidateIndex, List<PatternNeeds>> served = new HashMap<>();
    for (PatternNeeds pattern : patterns) {
      plan(pattern, configuration).stream()
          .flatMap(plan -> plan.candidates().stream())
          .forEach(index -> served.computeIfAbsent(index, k -> new ArrayList<>()).add(pattern));
    }
    return served;
  }
}
