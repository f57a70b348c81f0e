package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import io.github.pgslowlog.workload.Workload;
import java.util.Locale;
import java.util.Optional;

/** Tells of patterns from so many clients that not all of their names are kept. */
final class ManyNames {
  private ManyNames() {}

  /** Empty if there is room for all names. */
  static Optional<Problem> of(Workload workload) {
    long patterns = workload.patterns().stream().filter(ManyNames::isFull).count();
    return patterns == 0
        ? Optional.empty()
        : Optional.of(
            Problem.notice(
                String.format(
                    Locale.ROOT,
                    "not all clients of %,d pattern%s are told: of more than %,d users, databases"
                        + " or applications, or %,d hosts, those first by name are kept, which"
                        + " need not be the busiest; filters by name look at all",
                    patterns,
                    patterns == 1 ? "" : "s",
                    Pattern.MAX_NAMES,
                    PatternHistory.MAX_HOSTS)));
  }

  private static boolean isFull(Pattern pattern) {
    return pattern.users().size() >= Pattern.MAX_NAMES
        || pattern.databases().size() >= Pattern.MAX_NAMES
        || pattern.applications().size() >= Pattern.MAX_NAMES
        || pattern.history().hosts().size() >= PatternHistory.MAX_HOSTS;
  }
}
