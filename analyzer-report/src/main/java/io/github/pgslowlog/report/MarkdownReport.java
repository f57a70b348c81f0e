package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.SqlLayout;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** An analysis for a pull request or a ticket: the costliest patterns, and what to do. */
public final class MarkdownReport {
  private final Analysis analysis;
  private final int top;
  private final long executionMicros;
  private final PatternNumbers numbers;
  private final MarkdownPage page = new MarkdownPage();

  private MarkdownReport(Analysis analysis, int top) {
    this.analysis = analysis;
    this.top = top;
    this.executionMicros = analysis.workload().executionMicros();
    this.numbers = PatternNumbers.in(analysis);
  }

  /**
   * Writes an analysis.
   *
   * @param analysis the analysis
   * @param options how many patterns to show
   * @param out receives the text
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, ReportOptions options, Appendable out)
      throws IOException {
    MarkdownReport report = new MarkdownReport(analysis, options.top());
    report.report();
    out.append(report.page.text());
  }

  private void report() {
    page.line("# Slow queries");
    page.blank();
    coverage();
    table();
    new MarkdownAdvice(analysis, numbers, top, page).write();
    statements();
  }

  // --- what was read

  private void coverage() {
    if (!analysis.complete()) {
      page.line("**Partial: reading was stopped before the end.**");
      page.blank();
    }
    for (Input input : analysis.inputs()) {
      page.line("- " + input(input));
    }
    if (CoverageWords.isTimed(analysis)) {
      understood();
    } else {
      page.item(CoverageWords.nothingTimed(analysis.coverage()));
      CoverageWords.whatToSet(analysis.coverage()).ifPresent(page::warning);
    }
    leftOut();
    for (Problem problem : analysis.problems()) {
      page.warning(problem.message());
    }
    page.blank();
  }

  private void understood() {
    Coverage coverage = analysis.coverage();
    page.item(
        "Understood "
            + Words.tenths(coverage.understoodTime())
            + " % of logged time; SQL parsed: "
            + Words.tenths(coverage.sqlParsedTime())
            + " % of the time of statements on tables; "
            + Words.count(analysis.workload().executions(), "execution")
            + ", "
            + Words.duration(executionMicros)
            + ", "
            + Words.count(analysis.queries().size(), "pattern"));
    if (!coverage.skipped().isEmpty()) {
      page.item(CoverageWords.skipped(coverage));
    }
  }

  private void leftOut() {
    Coverage coverage = analysis.coverage();
    coverage.filter().ifPresent(f -> page.item(CoverageWords.filter(f)));
    Workload workload = analysis.workload();
    workload.other().ifPresent(others -> page.item(CoverageWords.others(others, workload)));
  }

  private static String input(Input input) {
    return Markdown.code(input.path())
        + ": "
        + Markdown.text(InputWords.format(input))
        + ", "
        + Words.count(input.entries(), "entry")
        + InputWords.period(input).map(period -> ", " + period).orElse("");
  }

  // --- patterns

  private List<Query> shown() {
    return analysis.queries().stream().limit(top).toList();
  }

  private void table() {
    int all = analysis.queries().size();
    page.line(
        "## Patterns that cost most time" + (all > top ? " (" + top + " of " + all + ")" : ""));
    page.blank();
    if (all == 0) {
      page.line("(none)");
      page.blank();
      return;
    }
    page.line("| # | time | total | calls | mean | p95 | max | pattern |");
    page.line("|--:|--:|--:|--:|--:|--:|--:|:--|");
    for (Query query : shown()) {
      Pattern pattern = query.pattern();
      page.line(
          "| "
              + numbers.place(pattern.fingerprint())
              + " | "
              + Words.share(pattern.executionMicros(), executionMicros)
              + " | "
              + Words.duration(pattern.executionMicros())
              + " | "
              + Words.count(pattern.calls())
              + " | "
              + duration(pattern, DurationSummary::mean)
              + " | "
              + duration(pattern, DurationSummary::p95)
              + " | "
              + duration(pattern, DurationSummary::max)
              + " | "
              + Markdown.code(excerpt(pattern.query()))
              + " |");
    }
    page.blank();
  }

  private static String duration(Pattern pattern, Function<DurationSummary, Long> number) {
    return pattern.durations().map(number).map(Words::duration).orElse("-");
  }

  private static String excerpt(String query) {
    if (query.isEmpty()) {
      return "(empty statement)";
    }
    int end = Math.min(80, query.length());
    return end < query.length()
        ? query.substring(0, Character.isLowSurrogate(query.charAt(77)) ? 76 : 77) + "..."
        : query;
  }

  private void statements() {
    if (analysis.queries().isEmpty()) {
      return;
    }
    page.line("## Statements");
    page.blank();
    for (Query query : shown()) {
      Pattern pattern = query.pattern();
      page.line(
          "<details><summary>No. "
              + numbers.place(pattern.fingerprint())
              + ", "
              + pattern.fingerprint()
              + "</summary>");
      page.blank();
      page.sql(SqlLayout.pretty(pattern.query()));
      page.blank();
      page.line("</details>");
      page.blank();
    }
  }
}
