package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Workload;
import java.util.Locale;
import java.util.stream.Collectors;

/** The first part of the text: what was read, and how much of it was understood. */
final class CoverageText {
  private final Analysis analysis;
  private final TextCanvas canvas;

  CoverageText(Analysis analysis, TextCanvas canvas) {
    this.analysis = analysis;
    this.canvas = canvas;
  }

  void write() {
    canvas.heading("Coverage");
    analysis.inputs().forEach(this::input);
    for (Problem problem : analysis.problems()) {
      canvas.warning(problem.message());
    }
    analysis.coverage().filter().ifPresent(this::filter);
    if (analysis.workload().byKind().stream().allMatch(kind -> kind.count() == 0)) {
      nothingTimed(analysis.coverage());
      return;
    }
    understood(analysis.coverage());
    analysis.workload().other().ifPresent(this::others);
    kinds();
    bareHint();
  }

  private void filter(FilterCoverage filter) {
    canvas.paragraph(
        "Filter: "
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
                    + " with fewer calls left out: the entries below are counted with theirs."),
        0);
  }

  private void nothingTimed(Coverage coverage) {
    if (coverage.filter().map(filter -> filter.entries() > 0).orElse(false)) {
      canvas.paragraph("No duration entry passed the filter; " + skipped(coverage) + ".", 0);
      return;
    }
    canvas.paragraph(
        "No duration entry found in "
            + Words.count(coverage.entries(), "log entry")
            + "; "
            + skipped(coverage)
            + ".",
        0);
    if (coverage.entries() > 0) {
      canvas.warning(
          "Set log_min_duration_statement on the server, so that it logs slow statements.");
    }
  }

  private void understood(Coverage coverage) {
    canvas.paragraph(
        "Understood "
            + Words.tenths(coverage.understoodTime())
            + " % of logged time; "
            + skipped(coverage)
            + ".",
        0);
    canvas.paragraph(parsed(coverage) + " " + resolved(coverage), 0);
    if (coverage.longStatements() > 0) {
      canvas.paragraph(
          Words.count(coverage.longStatements(), "execution")
              + " with a text so long that its values are not looked at.",
          0);
    }
    if (coverage.cutPatterns() > 0) {
      canvas.paragraph(
          Words.count(coverage.cutPatterns(), "pattern")
              + " with so many conditions that not all pairs of columns are counted.",
          0);
    }
  }

  private void others(OtherPatterns others) {
    boolean texts = others.bound() == OtherPatterns.Bound.TEXTS;
    canvas.warning(
        "Kept the first "
            + Words.count(analysis.workload().patterns().size(), "pattern")
            + (texts ? ", as many as there was room for their texts; " : "; ")
            + Words.count(others.calls(), "execution")
            + " ("
            + Words.share(others.executionMicros(), analysis.workload().executionMicros())
            + " of the time) of about "
            + Words.count(Words.rounded(others.patterns()), "further pattern")
            + " are in \"other\", and count as not parsed"
            + (texts ? "." : "; raise --max-patterns."));
  }

  private static String parsed(Coverage coverage) {
    int skeleton = coverage.sql().skeleton().patterns();
    int utility = coverage.sql().utility().patterns();
    return "SQL parsed: "
        + Words.count(coverage.parsedPatterns())
        + " of "
        + Words.count(coverage.dataPatterns(), "data pattern")
        + (skeleton == 0 ? "" : " (" + Words.count(skeleton) + " in outline)")
        + ", "
        + Words.tenths(coverage.sqlParsedTime())
        + " % of their time"
        + (utility == 0 ? "." : "; " + Words.count(utility, "utility pattern") + ".");
  }

  private static String resolved(Coverage coverage) {
    return "Columns all resolved: "
        + Words.tenths(coverage.columnsResolvedTime())
        + " % of their time; "
        + Words.count(coverage.ambiguousUses())
        + " of "
        + Words.count(coverage.columnUses(), "use")
        + " ambiguous.";
  }

  private void input(Input input) {
    String prefix = InputWords.prefix(input);
    canvas.paragraph(
        input.path()
            + ": "
            + InputWords.format(input)
            + (prefix.isEmpty() ? "" : ", log_line_prefix " + prefix)
            + ", "
            + Words.count(input.lines(), "line")
            + ", "
            + Words.count(input.entries(), "entry"),
        2);
    input
        .first()
        .ifPresent(
            first ->
                canvas.paragraph(
                    "  " + Times.iso(first) + " to " + input.last().map(Times::iso).orElse("?"),
                    2));
  }

  private static String skipped(Coverage coverage) {
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

  private void kinds() {
    canvas.blank();
    canvas.line(String.format(Locale.ROOT, "  %-14s %12s %14s", "entries", "count", "time"));
    for (KindTotal total : analysis.workload().byKind()) {
      canvas.line(
          String.format(
              Locale.ROOT,
              "  %-14s %12s %14s",
              total.kind().word(),
              Words.count(total.count()),
              Words.duration(total.micros())));
    }
    canvas.line(
        String.format(
            Locale.ROOT,
            "  %-14s %12s %14s  %s",
            "executions",
            Words.count(analysis.workload().executions()),
            Words.duration(analysis.workload().executionMicros()),
            Words.count(analysis.queries().size(), "pattern")));
  }

  private void bareHint() {
    Workload workload = analysis.workload();
    if (workload.micros(StatementKind.BARE) > workload.joinedMicros()) {
      canvas.blank();
      canvas.warning(
          (workload.joinedMicros() > 0 ? "Some bare durations" : "Bare durations")
              + " have no statement text. Set log_min_duration_statement instead of log_duration,"
              + " and log_statement = none, to see what took the time.");
    }
  }
}
