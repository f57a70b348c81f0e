package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.filter.Criterion;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the log cannot tell, and which setting would change that. The settings are those of <a
 * href="https://www.postgresql.org/docs/current/runtime-config-logging.html">the manual</a>.
 */
final class Hints {
  /** A threshold below a millisecond is none. */
  private static final long LEAST_THRESHOLD = 1_000;

  private static final Set<String> ALWAYS_TOLD = Set.of("csvlog", "jsonlog");
  private static final String PADDING = "-0123456789";

  private final Ties ties;
  private final List<Hint> found = new ArrayList<>();

  private Hints(Ties ties) {
    this.ties = ties;
  }

  /**
   * A hint.
   *
   * @param missing what cannot be told
   * @param remedy what to set
   */
  record Hint(String missing, String remedy) {}

  static List<Hint> of(Ties ties) {
    Hints hints = new Hints(ties);
    hints.look();
    return List.copyOf(hints.found);
  }

  private void look() {
    Analysis analysis = ties.analysis;
    Workload workload = analysis.workload();
    if (workload.byKind().stream().allMatch(kind -> kind.count() == 0)) {
      if (isFilteredAway(analysis.coverage())) {
        return;
      }
      add("how long statements take: no duration was logged", "log_min_duration_statement = 100ms");
      return;
    }
    prefix(analysis.coverage());
    workload.other().ifPresent(this::others);
    if (workload.micros(StatementKind.BARE) > workload.joinedMicros()) {
      add(
          "which statements took part of the time: durations without a text",
          "log_min_duration_statement instead of log_duration, and log_statement = none");
    }
    threshold();
    origins();
    if (workload.patterns().stream().noneMatch(p -> p.plan().isPresent())) {
      add(
          "which plans the server chose: no plan was logged",
          "session_preload_libraries = 'auto_explain', auto_explain.log_min_duration = 1s");
    }
  }

  private static boolean isFilteredAway(Coverage coverage) {
    return coverage.filter().map(filter -> filter.entries() > 0).orElse(false);
  }

  private void prefix(Coverage coverage) {
    boolean lines =
        coverage.skipped().stream()
            .anyMatch(s -> s.reason() == SkipReason.NO_PREFIX && s.count() * 2 > coverage.lines());
    if (lines) {
      add("most lines: they do not start with log_line_prefix", "give --prefix; see doctor");
    }
  }

  private void others(OtherPatterns others) {
    String missing =
        "the statements of about "
            + Figures.count(others.patterns(), "further pattern")
            + " ("
            + Figures.share(others.executionMicros(), ties.micros)
            + " of the time), which are only added up";
    add(
        missing,
        others.bound() == OtherPatterns.Bound.NUMBER
            ? "give a larger --max-patterns"
            : "read the log in parts: there was no room for the texts");
  }

  private void threshold() {
    long fastest =
        ties.analysis.queries().stream()
            .flatMap(query -> query.pattern().durations().stream())
            .mapToLong(durations -> durations.min())
            .min()
            .orElse(0);
    if (fastest >= LEAST_THRESHOLD && !isFilteredBy(Criterion.DURATION)) {
      add(
          "statements faster than about "
              + Figures.duration(fastest)
              + ", which may be called often: none is in the log",
          "a lower log_min_duration_statement, or log_min_duration_sample with"
              + " log_statement_sample_rate");
    }
  }

  private boolean isFilteredBy(Criterion criterion) {
    return ties.analysis.coverage().filter().stream()
        .flatMap(filter -> filter.parts().stream())
        .anyMatch(part -> part.criterion() == criterion);
  }

  /** Any of the escapes tells it; the first is advised. */
  private void origins() {
    missing(p -> p.first().isEmpty(), "when a statement ran", "mtn");
    missing(p -> p.users().isEmpty(), "which user a statement is of", "u");
    missing(p -> p.databases().isEmpty(), "which database a statement ran in", "d");
    missing(p -> p.applications().isEmpty(), "which application a statement came from", "a");
    missing(p -> p.history().hosts().isEmpty(), "which host a statement came from", "hr");
  }

  private void missing(Predicate<Pattern> isMissing, String question, String escapes) {
    List<Pattern> patterns = ties.analysis.workload().patterns();
    if (!patterns.isEmpty()
        && patterns.stream().allMatch(isMissing)
        && ties.analysis.inputs().stream().anyMatch(input -> lacks(input, escapes))) {
      add(question, "%" + escapes.charAt(0) + " in log_line_prefix");
    }
  }

  /** What csvlog and jsonlog tell does not depend on the prefix. */
  private static boolean lacks(Input input, String escapes) {
    return !ALWAYS_TOLD.contains(input.format())
        && Stream.concat(input.logLinePrefix().stream(), input.laterPrefixes().stream())
            .anyMatch(prefix -> !hasAny(prefix, escapes));
  }

  /** Whether a log_line_prefix has one of the escapes, padded ({@code %-10a}) or not. */
  static boolean hasAny(String prefix, String escapes) {
    int i = prefix.indexOf('%') + 1;
    while (i > 0) {
      while (i < prefix.length() && PADDING.indexOf(prefix.charAt(i)) >= 0) {
        i++;
      }
      if (i < prefix.length() && escapes.indexOf(prefix.charAt(i)) >= 0) {
        return true;
      }
      i = prefix.indexOf('%', i + 1) + 1;
    }
    return false;
  }

  private void add(String missing, String remedy) {
    found.add(new Hint(missing, remedy));
  }
}
