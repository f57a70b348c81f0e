package io.github.pgslowlog;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import java.util.List;
import java.util.Optional;

/**
 * A workload without the patterns that were called too seldom.
 *
 * <p>How often a pattern is called is known in the end only. So executions and their time are those
 * of the patterns that stay (and of patterns there was no room for), while entries by kind, load
 * over time, cancelled statements and other events are those of all statements.
 *
 * @param workload what stays
 * @param patterns number of patterns left out
 * @param executions their calls
 * @param mostCalls calls of the most frequent one of them
 */
record FewCalls(Workload workload, long patterns, long executions, long mostCalls) {
  static FewCalls leaveOut(Workload all, long minCalls) {
    if (minCalls == 0) {
      return new FewCalls(all, 0, 0, 0);
    }
    List<Pattern> few = all.patterns().stream().filter(p -> p.calls() < minCalls).toList();
    if (few.isEmpty()) {
      return new FewCalls(all, 0, 0, 0);
    }
    long calls = few.stream().mapToLong(Pattern::calls).sum();
    long micros = few.stream().mapToLong(Pattern::executionMicros).sum();
    Workload rest =
        new Workload(
            all.patterns().stream().filter(p -> p.calls() >= minCalls).toList(),
            all.other(),
            all.byKind(),
            all.cancelled(),
            all.executions() - calls,
            all.executionMicros() - micros,
            all.joinedMicros(),
            all.plannedMicros(),
            all.history());
    long most = few.stream().mapToLong(Pattern::calls).max().orElse(0);
    return new FewCalls(rest, few.size(), calls, most);
  }

  /** Told if no pattern is left. */
  Optional<Problem> notice(long minCalls) {
    return patterns == 0 || !workload.patterns().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.notice(
                "no pattern passed the filter: calls at least "
                    + minCalls
                    + " removed all "
                    + patterns
                    + " (the most frequent has "
                    + mostCalls
                    + ")"));
  }
}
