package io.github.pgslowlog;

import io.github.pgslowlog.filter.Criterion;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.workload.KindTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What filters let pass of the logs of several servers. What was read without a filter passed as a
 * whole.
 */
final class FilterMerge {
  private FilterMerge() {}

  /** Empty if none of them had a filter. */
  static Optional<FilterCoverage> of(List<Analysis> parts) {
    if (parts.stream().noneMatch(part -> part.coverage().filter().isPresent())) {
      return Optional.empty();
    }
    List<FilterCoverage> filters = parts.stream().map(FilterMerge::filter).toList();
    return Optional.of(
        new FilterCoverage(
            sum(filters, FilterCoverage::entries),
            sum(filters, FilterCoverage::passedEntries),
            sum(filters, FilterCoverage::executions),
            sum(filters, FilterCoverage::passedExecutions),
            sum(filters, FilterCoverage::leftOutPatterns),
            criteria(filters)));
  }

  private static FilterCoverage filter(Analysis part) {
    return part.coverage().filter().orElseGet(() -> everything(part));
  }

  private static FilterCoverage everything(Analysis part) {
    long entries = part.workload().byKind().stream().mapToLong(KindTotal::count).sum();
    long executions = part.workload().executions();
    return new FilterCoverage(entries, entries, executions, executions, 0, List.of());
  }

  private static long sum(List<FilterCoverage> filters, ToLongFunction<FilterCoverage> number) {
    return filters.stream().mapToLong(number).sum();
  }

  /** What several of them asked for alike is told once. */
  private static List<FilterCoverage.Part> criteria(List<FilterCoverage> filters) {
    record Wanted(Criterion criterion, String wanted) {}
    Map<Wanted, Long> removed =
        new TreeMap<>(Comparator.comparing(Wanted::criterion).thenComparing(Wanted::wanted));
    for (FilterCoverage filter : filters) {
      for (FilterCoverage.Part part : filter.parts()) {
        removed.merge(new Wanted(part.criterion(), part.wanted()), part.removed(), Long::sum);
      }
    }
    return removed.entrySet().stream()
        .map(
            e -> new FilterCoverage.Part(e.getKey().criterion(), e.getKey().wanted(), e.getValue()))
        .toList();
  }
}
