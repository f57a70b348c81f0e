package io.github.pgslowlog;

import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the filters of several runs let pass. Numbers are added up; patterns that were left out of
 * several runs for too few calls count once in each, as their names are not known any more.
 */
final class FilterMerge {
  private FilterMerge() {}

  /** Empty if none has a filter. Where only some have one, all of the others passed. */
  static Optional<FilterCoverage> of(List<Analysis> parts) {
    if (parts.stream().allMatch(part -> part.coverage().filter().isEmpty())) {
      return Optional.empty();
    }
    List<FilterCoverage> all = parts.stream().map(FilterMerge::filter).toList();
    Map<String, FilterCoverage.Part> asked = new LinkedHashMap<>();
    for (FilterCoverage one : all) {
      for (FilterCoverage.Part part : one.parts()) {
        asked.merge(
            part.criterion().word() + " " + part.wanted(),
            part,
            (a, b) ->
                new FilterCoverage.Part(a.criterion(), a.wanted(), a.removed() + b.removed()));
      }
    }
    return Optional.of(
        new FilterCoverage(
            all.stream().mapToLong(FilterCoverage::entries).sum(),
            all.stream().mapToLong(FilterCoverage::passedEntries).sum(),
            all.stream().mapToLong(FilterCoverage::executions).sum(),
            all.stream().mapToLong(FilterCoverage::passedExecutions).sum(),
            all.stream().mapToLong(FilterCoverage::leftOutPatterns).sum(),
            List.copyOf(asked.values())));
  }

  private static FilterCoverage filter(Analysis part) {
    Workload workload = part.workload();
    long entries = workload.byKind().stream().mapToLong(KindTotal::count).sum();
    return part.coverage()
        .filter()
        .orElseGet(
            () ->
                new FilterCoverage(
                    entries, entries, workload.executions(), workload.executions(), 0, List.of()));
  }
}
