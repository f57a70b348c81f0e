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

  static Caveats of(List<Recommendation> all) {
    return new Caveats(
        all.get(0).caveats().stream()
            .filter(caveat -> all.stream().allMatch(r -> r.caveats().contains(caveat)))
            .toList());
  }

  /** What is left to tell of one. */
  List<String> others(Recommendation recommendation) {
    return recommendation.caveats().stream().filter(caveat -> !common.contains(caveat)).toList();
  }
}
