package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.select.PlanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The plans of one statement so far.
 *
 * <p>Besides the same question again, a plan also answers for fewer indexes, as long as all that it
 * has are among them: the planner had more to choose from and chose this. That does not hold for
 * indexes that tell the planner something even if they are in no plan: those on expressions have
 * statistics, and unique ones prove that a row has one partner.
 */
final class KnownPlans {
  private record Known(
      VisibleIndexes indexes, Set<Long> candidates, Set<Long> existing, PlanResult result) {}

  /** Of so many the oldest is forgotten. */
  private static final int MAX_PLANS = 2000;

  private final Map<VisibleIndexes, PlanResult> exact = new RecentMap<>(MAX_PLANS);
  private final List<Known> planned = new ArrayList<>();
  private final LongPredicate telling;

  /**
   * Starts without plans.
   *
   * @param telling whether an index matters although no plan has it
   */
  KnownPlans(LongPredicate telling) {
    this.telling = telling;
  }

  Optional<PlanResult> find(VisibleIndexes indexes) {
    return Optional.ofNullable(exact.get(indexes))
        .or(
            () ->
                planned.stream()
                    .filter(known -> answers(known, indexes))
                    .findFirst()
                    .map(Known::result));
  }

  private boolean answers(Known known, VisibleIndexes asked) {
    return known.indexes.hasAllOf(asked)
        && asked.has(known.candidates, known.existing)
        && known.indexes.candidates().stream()
            .noneMatch(index -> !asked.candidates().contains(index) && telling.test(index))
        && asked.concealed().stream()
            .noneMatch(index -> !known.indexes.concealed().contains(index) && telling.test(index));
  }

  void add(VisibleIndexes indexes, Set<Long> candidates, Set<Long> existing, PlanResult result) {
    exact.put(indexes, result);
    if (planned.size() < MAX_PLANS) {
      planned.add(new Known(indexes, Set.copyOf(candidates), Set.copyOf(existing), result));
    }
  }

  void addExact(VisibleIndexes indexes, PlanResult result) {
    exact.put(indexes, result);
  }
}
