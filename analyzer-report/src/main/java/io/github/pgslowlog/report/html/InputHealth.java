package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first section: what was read, and how much of it was understood. */
final class InputHealth {
  /** Of more logs the first ones are shown. */
  static final int MOST_LOGS = 200;

  private static final int MOST_SILENCES = 5;

  private final Ties ties;

  InputHealth(Ties ties) {
    this.ties = ties;
  }

  /** A share of something, and what it is a share of. */
  record Share(String value, String what, String detail) {}

  /** Messages of one kind. */
  record Kind(String name, String count, String time) {}

  /** What was left out. */
  record Skipped(String reason, String count, String example) {}

  boolean complete() {
    return ties.analysis.complete();
  }

  List<LogWords> logs() {
    return ties.analysis.inputs().stream().limit(MOST_LOGS).map(LogWords::of).toList();
  }

  int furtherLogs() {
    return Math.max(0, ties.analysis.inputs().size() - MOST_LOGS);
  }

  List<String> damages() {
    return Messages.first(problems(Problem.Severity.DAMAGE).toList());
  }

  /** What is worth knowing of the logs; what concerns the advice stands there. */
  List<String> notices() {
    Coverage coverage = ties.analysis.coverage();
    Set<String> elsewhere =
        ties.analysis.advice().problems().stream()
            .map(Problem::message)
            .collect(Collectors.toUnmodifiableSet());
    List<String> notices =
        new ArrayList<>(
            problems(Problem.Severity.NOTICE).filter(n -> !elsewhere.contains(n)).toList());
    if (coverage.longStatements() > 0) {
      notices.add(
          Figures.count(coverage.longStatements(), "execution")
              + " with a text so long that its values are not looked at");
    }
    if (coverage.cutPatterns() > 0) {
      notices.add(
          Figures.count(coverage.cutPatterns(), "pattern")
              + " with so many conditions that not all pairs of columns are counted");
    }
    return Messages.first(notices);
  }

  private Stream<String> problems(Problem.Severity severity) {
    return ties.analysis.problems().stream()
        .filter(problem -> problem.severity() == severity)
        .map(Problem::message);
  }

  boolean anythingTimed() {
    return ties.analysis.workload().byKind().stream().anyMatch(kind -> kind.count() > 0);
  }

  /** Whether there were durations, but none passed the filter. */
  boolean isFilteredAway() {
    return ties.analysis.coverage().filter().map(filter -> filter.entries() > 0).orElse(false);
  }

  /** What was asked for when the log was read, and how much of it passed; empty for all of it. */
  String filter() {
    return ties.analysis.coverage().filter().map(InputHealth::words).orElse("");
  }

  private static String words(FilterCoverage filter) {
    String wanted =
        filter.parts().stream()
            .map(part -> part.criterion().word() + " " + part.wanted())
            .collect(Collectors.joining("; "));
    String few =
        filter.leftOutPatterns() == 0
            ? ""
            : " "
                + Figures.count(filter.leftOutPatterns(), "pattern")
                + " with fewer calls were left out; the messages are counted with theirs.";
    return wanted
        + ". "
        + Figures.count(filter.passedExecutions())
        + " of "
        + Figures.count(filter.executions(), "execution")
        + " passed."
        + few;
  }

  List<Share> shares() {
    Coverage coverage = ties.analysis.coverage();
    int skeleton = coverage.sql().skeleton().patterns();
    int utility = coverage.sql().utility().patterns();
    return List.of(
        new Share(
            Figures.tenths(coverage.understoodTime()),
            "of the logged time has a known statement",
            Figures.count(coverage.entries(), "log entry")
                + " in "
                + Figures.count(coverage.lines(), "line")),
        new Share(
            Figures.tenths(coverage.sqlParsedTime()),
            "of the time of data statements was parsed",
            Figures.count(coverage.parsedPatterns())
                + " of "
                + Figures.count(coverage.dataPatterns(), "pattern")
                + (skeleton > 0 ? ", " + Figures.count(skeleton) + " in outline" : "")
                + (utility > 0 ? "; " + Figures.count(utility, "utility pattern") : "")),
        new Share(
            Figures.tenths(coverage.columnsResolvedTime()),
            "of it is in patterns all of whose columns have a known table",
            Figures.count(coverage.ambiguousUses())
                + " of "
                + Figures.count(coverage.columnUses(), "use")
                + " ambiguous"));
  }

  List<Skipped> skipped() {
    return ties.analysis.coverage().skipped().stream()
        .map(s -> new Skipped(s.reason().word(), Figures.count(s.count()), s.example().toString()))
        .toList();
  }

  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    Analysis analysis = ties.analysis;
    for (KindTotal total : analysis.workload().byKind()) {
      kinds.add(
          new Kind(
              total.kind().word().replace('_', ' '),
              Figures.count(total.count()),
              Figures.duration(total.micros())));
    }
    return kinds;
  }

  /** Whether it is known when statements ran. */
  boolean hasTimes() {
    return !timeline().slices().isEmpty();
  }

  String shortestSilence() {
    return Figures.length(Silence.shortest(timeline()));
  }

  List<String> silences() {
    return Silence.longest(Silence.of(timeline()), MOST_SILENCES).stream()
        .map(InputHealth::words)
        .toList();
  }

  int furtherSilences() {
    return Math.max(0, Silence.of(timeline()).size() - MOST_SILENCES);
  }

  private Timeline timeline() {
    return ties.analysis.workload().history().timeline();
  }

  private static String words(Silence silence) {
    return Figures.time(silence.from())
        + " to "
        + Figures.time(silence.to())
        + " ("
        + Figures.length(silence.length())
        + ")";
  }

  List<Hints.Hint> hints() {
    return Hints.of(ties);
  }
}
