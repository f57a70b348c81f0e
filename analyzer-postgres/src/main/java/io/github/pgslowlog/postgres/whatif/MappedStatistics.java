package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.postgres.whatif.ExpressionSampler.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Statistics of an expression from those of its only column: each known value stands for its share
 * of the rows, and what the expression makes the same adds up.
 *
 * <p>The histogram of the column is a sample of the values that are not common. How many different
 * results there are follows from how often results repeat in it, as ANALYZE estimates it (Haas and
 * Stokes, the estimator called Duj1 there).
 */
final class MappedStatistics {
  /** As ANALYZE keeps by default. */
  private static final int TARGET = 100;

  private final ColumnStatistics base;
  private final double rows;
  private List<Long> ranks = List.of();

  MappedStatistics(ColumnStatistics base, double rows) {
    this.base = base;
    this.rows = rows;
  }

  /**
   * The statistics.
   *
   * @param common results for the most common values
   * @param histogram results for values all over the histogram, in the order of the column
   * @return empty if nothing is known of the column
   */
  Optional<ColumnStatistics> of(List<Sample> common, List<Sample> histogram) {
    if (common.size() > base.commonFrequencies().size()
        || (common.isEmpty() && histogram.isEmpty())) {
      return Optional.empty();
    }
    ranks = histogram.stream().map(Sample::rank).toList();
    Map<String, Result> results = new LinkedHashMap<>();
    double nulls = base.nullFraction();
    double bytes = 0;
    double present = 0;
    double shareOfRest = Math.max(0, 1 - nulls - sum(base.commonFrequencies()));
    List<Sample> all = new ArrayList<>(common);
    all.addAll(histogram);
    for (int i = 0; i < all.size(); i++) {
      boolean isCommon = i < common.size();
      double share = isCommon ? base.commonFrequencies().get(i) : shareOfRest / histogram.size();
      Optional<String> value = all.get(i).value();
      if (value.isEmpty()) {
        nulls += share;
        continue;
      }
      bytes += share * all.get(i).bytes();
      present += share;
      results.computeIfAbsent(value.get(), Result::new).add(share, isCommon);
    }
    if (results.isEmpty()) {
      return Optional.of(statistics(1, 1, 1, List.of(), List.of()));
    }
    double different = different(results, histogram.size());
    List<Result> frequent = frequent(results, different, histogram.size());
    int width = (int) Math.max(1, Math.round(bytes / present));
    List<String> bounds =
        frequent.size() == results.size() ? List.of() : bounds(histogram, results, frequent);
    return Optional.of(statistics(nulls, width, relative(different), frequent, bounds));
  }

  private ColumnStatistics statistics(
      double nulls, int width, double distinct, List<Result> frequent, List<String> bounds) {
    return new ColumnStatistics(
        Math.min(1, nulls),
        width,
        distinct,
        frequent.stream().map(result -> result.value).toList(),
        frequent.stream().map(result -> result.share).toList(),
        bounds,
        correlation(),
        List.of(),
        List.of());
  }

  /** As that of the column, as far as the expression keeps its order. */
  private OptionalDouble correlation() {
    return base.correlation().isPresent()
        ? OptionalDouble.of(base.correlation().getAsDouble() * RankCorrelation.of(ranks))
        : OptionalDouble.empty();
  }

  private static double sum(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Different results: those of common values, and those that the sample lets expect. */
  private double different(Map<String, Result> results, int sampled) {
    double ofColumn = Math.max(results.size(), base.distinctValues(rows));
    long fromCommon = results.values().stream().filter(result -> result.common).count();
    long seen = results.size() - fromCommon;
    long once = results.values().stream().filter(r -> !r.common && r.count == 1).count();
    if (once == 0 || seen == 0) {
      return Math.min(ofColumn, results.size());
    }
    if (once >= 0.98 * sampled) {
      return ofColumn;
    }
    double estimate =
        sampled * (double) seen / (sampled - once + once * (sampled / Math.max(sampled, rows)));
    return Math.min(ofColumn, fromCommon + Math.max((double) seen, estimate));
  }

  /** As ANALYZE writes it: a share of the rows if there are many. */
  private double relative(double different) {
    return different > 0.1 * rows && rows > 0 ? -Math.min(1, different / rows) : different;
  }

  /** Results worth to be told apart: all if they are few, else those clearly above the mean. */
  private static List<Result> frequent(Map<String, Result> results, double different, int sampled) {
    boolean all = results.size() <= TARGET && different <= results.size();
    double least = 1.25 / different;
    double expected = sampled / different;
    double notByChance = Math.max(2, expected + 3 * Math.sqrt(expected));
    return results.values().stream()
        .filter(result -> all || result.common || result.count > notByChance)
        .filter(result -> all || result.share > least)
        .sorted(Comparator.comparingDouble((Result result) -> result.share).reversed())
        .limit(TARGET)
        .toList();
  }

  /** Bounds of groups of the same number of samples, in the order of the results' type. */
  private static List<String> bounds(
      List<Sample> histogram, Map<String, Result> results, List<Result> frequent) {
    List<Sample> rest =
        histogram.stream()
            .filter(s -> s.value().map(v -> !frequent.contains(results.get(v))).orElse(false))
            .sorted(Comparator.comparingLong(Sample::rank))
            .toList();
    List<String> distinct = rest.stream().flatMap(s -> s.value().stream()).toList();
    if (distinct.stream().distinct().count() < 2) {
      return List.of();
    }
    int groups = Math.min(TARGET, distinct.size() - 1);
    List<String> bounds = new ArrayList<>();
    for (int i = 0; i <= groups; i++) {
      bounds.add(distinct.get((int) ((long) i * (distinct.size() - 1) / groups)));
    }
    return bounds;
  }

  /** A result of the expression; mutable. */
  private static final class Result {
    private final String value;
    private double share;
    private int count;
    private boolean common;

    Result(String value) {
      this.value = value;
    }

    void add(double more, boolean fromCommon) {
      share += more;
      count++;
      common |= fromCommon;
    }
  }
}
