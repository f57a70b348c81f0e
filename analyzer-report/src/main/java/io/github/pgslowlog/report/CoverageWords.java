package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Workload;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is not in the report, in words. */
final class CoverageWords {
  private CoverageWords() {}

  /** What was asked for, and how much passed. */
  static String filter(FilterCoverage filter) {
    return "Filter: "
        + filter.parts().stream()
            .map(part -> part.criterion().word() + " " + part.wanted())
            .collect(Collectors.joining("; "))
        + ". "
        + Words.count(filter.passedExecutions())
        + " of "
        + Words.count(filter.executions(), "execution")
        + " passed ("
        + Words.count(filter.passedEntries())
        + " of "
        + Words.count(filter.entries(), "duration entry")
        + (filter.leftOutPatterns() == 0
            ? ")."
            : "); "
                + Words.count(filter.leftOutPatterns(), "pattern")
                + " with fewer calls left out: the entries below are counted with theirs.");
  }

  /** What had no place among the patterns. */
  static String others(OtherPatterns others, Workload workload) {
    boolean texts = others.bound() == OtherPatterns.Bound.TEXTS;
    return "Kept the first "
        + Words.count(workload.patterns().size(), "pattern")
        + (texts ? ", as many as there was room for their texts; " : "; ")
        + Words.count(others.calls(), "execution")
        + " ("
        + Words.share(others.executionMicros(), workload.executionMicros())
        + " of the time) of about "
        + Words.count(Words.rounded(others.patterns()), "further pattern")
        + " are in \"other\", and count as not parsed"
        + (texts ? "." : "; raise --max-patterns.");
  }

  /** Whether any entry has a duration. */
  static boolean isTimed(Analysis analysis) {
    return analysis.workload().byKind().stream().anyMatch(kind -> kind.count() > 0);
  }

  /** Why there is nothing to tell of. */
  static String nothingTimed(Coverage coverage) {
    String what =
        isFiltered(coverage)
            ? "No duration entry passed the filter; "
            : "No duration entry found in " + Words.count(coverage.entries(), "log entry") + "; ";
    return what + skipped(coverage) + ".";
  }

  /** What would help where nothing has a duration. */
  static Optional<String> whatToSet(Coverage coverage) {
    return coverage.entries() == 0 || isFiltered(coverage)
        ? Optional.empty()
        : Optional.of(
            "Set log_min_duration_statement on the server, so that it logs slow statements.");
  }

  private static boolean isFiltered(Coverage coverage) {
    return coverage.filter().map(filter -> filter.entries() > 0).orElse(false);
  }

  /** {@code 14 skipped: 12 no_prefix (first: postgresql.log:17)}. */
  static String skipped(Coverage coverage) {
    if (coverage.skipped().isEmpty()) {
      return "nothing skipped";
    }
    long count = coverage.skipped().stream().mapToLong(SkipCount::count).sum();
    return Words.count(count)
        + " skipped: "
        + coverage.skipped().stream()
            .map(s -> s.count() + " " + s.reason().word() + " (first: " + s.example() + ")")
            .collect(Collectors.joining(", "));
  }
}
