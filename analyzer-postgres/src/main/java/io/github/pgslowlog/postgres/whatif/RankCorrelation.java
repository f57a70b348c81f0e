package io.github.pgslowlog.postgres.whatif;

import java.util.List;

/** How far one order is another one: 1 the same, -1 the reverse, 0 neither. */
final class RankCorrelation {
  private RankCorrelation() {}

  /** Pearson's coefficient of positions and the ranks at them. */
  static double of(List<Long> ranks) {
    int n = ranks.size();
    double meanPosition = (n - 1) / 2.0;
    double meanRank = ranks.stream().mapToLong(Long::longValue).average().orElse(0);
    double together = 0;
    double positions = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double a = i - meanPosition;
      double b = ranks.get(i) - meanRank;
      together += a * b;
      positions += a * a;
      squares += b * b;
    }
    return squares == 0 || positions == 0 ? 1 : together / Math.sqrt(positions * squares);
  }
}
