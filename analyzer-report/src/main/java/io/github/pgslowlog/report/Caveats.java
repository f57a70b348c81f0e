package io.github.pgslowlog.report;

import io.github.pgslowlog.select.Recommendation;
import java.util.List;

/**
 * What to check before, told once where it holds for all recommendations.
 *
 * @param common what holds for all of them
 */
record Caveats(List<String> common) {
  static final Caveats NONE = new Caveats(List.of());

  /** Of one recommendation none is told apart. */
  static Caveats ofSeveral(List<Recommendation> all) {
    return all.size() < 2 ? NONE : of(all);
  }

  static Caveats of(List<Recommendation> all) {
    return new Caveats(
        of(all.get(0)).stream()
            .filter(caveat -> all.stream().allMatch(r -> of(r).contains(caveat)))
            .toList());
  }

  /** The statement that undoes it is told elsewhere. */
  private static List<String> of(Recommendation recommendation) {
    if (recommendation.rollback().isEmpty()) {
      return recommendation.caveats();
    }
    String undo = ": " + recommendation.rollback();
    return recommendation.caveats().stream().map(caveat -> caveat.replace(undo, "")).toList();
  }

  /** What is left to tell of one. */
  List<String> others(Recommendation recommendation) {
    return of(recommendation).stream().filter(caveat -> !common.contains(caveat)).toList();
  }
}
