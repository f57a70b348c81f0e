package io.github.pgslowlog.report;

import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Workload;
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
