package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Workload;
import java.util.Locale;

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
    analysis.coverage().filter().ifPresent(f -> canvas.paragraph(CoverageWords.filter(f), 0));
    if (!CoverageWords.isTimed(analysis)) {
      canvas.paragraph(CoverageWords.nothingTimed(analysis.coverage()), 0);
      CoverageWords.whatToSet(analysis.coverage()).ifPresent(canvas::warning);
      return;
    }
    understood(analysis.coverage());
    analysis
        .workload()
        .other()
        .ifPresent(others -> canvas.warning(CoverageWords.others(others, analysis.workload())));
    kinds();
    bareHint();
  }

  private void understood(Coverage coverage) {
    canvas.paragraph(
        "Understood "
            + Words.tenths(coverage.understoodTime())
            + " % of logged time; "
            + CoverageWords.skipped(coverage)
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
    InputWords.period(input).ifPresent(period -> canvas.paragraph("  " + period, 2));
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
