package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.filter.Criterion;
import io.github.pgslowlog.filter.EntryFilter;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.filter.FilterWords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells why a filter let nothing pass, and what the logs have instead. */
final class FilterNotice {
  private static final int MAX_NAMES = 10;

  private final EntryFilter filter;
  private final List<Input> inputs;

  private FilterNotice(EntryFilter filter, List<Input> inputs) {
    this.filter = filter;
    this.inputs = inputs;
  }

  /** Empty if something passed, or there was nothing to pass. */
  static Optional<Problem> of(EntryFilter filter, FilterCoverage coverage, List<Input> inputs) {
    if (coverage.passedEntries() > 0 || coverage.entries() == 0) {
      return Optional.empty();
    }
    FilterNotice notice = new FilterNotice(filter, inputs);
    String parts =
        coverage.parts().stream()
            .filter(part -> part.removed() > 0)
            .map(notice::part)
            .collect(Collectors.joining("; "));
    return Optional.of(
        Problem.notice(
            "no duration entry of " + coverage.entries() + " passed the filter: " + parts));
  }

  private String part(FilterCoverage.Part part) {
    return part.criterion().word()
        + " "
        + part.wanted()
        + " removed "
        + part.removed()
        + there(part.criterion());
  }

  private String there(Criterion criterion) {
    return switch (criterion) {
      case TIME -> range();
      case DATABASE, USER, APPLICATION, HOST -> names(criterion);
      case DURATION -> filter.longest().map(FilterNotice::longest).orElse("");
      case TEXT -> " (statements are searched as reports show them, without values)";
      case FINGERPRINT, CALLS -> "";
    };
  }

  private String range() {
    Optional<Instant> first =
        inputs.stream().flatMap(input -> input.first().stream()).min(Comparator.naturalOrder());
    Optional<Instant> last =
        inputs.stream().flatMap(input -> input.last().stream()).max(Comparator.naturalOrder());
    return first.isEmpty() || last.isEmpty()
        ? " (the log shows no times)"
        : " (the log has "
            + FilterWords.time(first.get())
            + " to "
            + FilterWords.time(last.get())
            + ")";
  }

  private String names(Criterion criterion) {
    List<String> all = filter.names(criterion).stream().filter(name -> !name.isEmpty()).toList();
    if (all.isEmpty()) {
      return " (the log shows none: log_line_prefix may leave it out)";
    }
    int more = all.size() - MAX_NAMES;
    return " (the log has "
        + all.stream().limit(MAX_NAMES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }

  private static String longest(long micros) {
    return " (the longest took "
        + BigDecimal.valueOf(micros, 3).stripTrailingZeros().toPlainString()
        + " ms)";
  }
}
