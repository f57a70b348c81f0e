package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.fingerprint.SqlLayout;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.Pattern;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An analysis for a pull request or a ticket: the costliest patterns, and what to do. */
public final class MarkdownReport {
  private final Analysis analysis;
  private final int top;
  private final long executionMicros;
  private final PatternNumbers numbers;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(Analysis analysis, int top) {
    this.analysis = analysis;
    this.top = top;
    this.executionMicros = analysis.workload().executionMicros();
    Map<Fingerprint, Integer> ranks = new HashMap<>();
    analysis.queries().forEach(q -> ranks.put(q.pattern().fingerprint(), ranks.size() + 1));
    this.numbers = new PatternNumbers(ranks);
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
    out.append(report.out);
  }

  private void report() {
    line("# Slow queries");
    blank();
    coverage();
    table();
    advice();
    unhelped();
    patterns();
  }

  // --- what was read

  private void coverage() {
    if (!analysis.complete()) {
      line("**Partial: reading was stopped before the end.**");
      blank();
    }
    for (Input input : analysis.inputs()) {
      line("- " + input(input));
    }
    line(
        "- Understood "
            + Words.tenths(analysis.coverage().understoodTime())
            + " % of logged time; SQL parsed: "
            + Words.tenths(analysis.coverage().sqlParsedTime())
            + " % of the time of statements on tables; "
            + Words.count(analysis.workload().executions(), "execution")
            + ", "
            + Words.duration(executionMicros)
            + ", "
            + Words.count(analysis.queries().size(), "pattern"));
    for (Problem problem : analysis.problems()) {
      line("- **!** " + Markdown.text(problem.message()));
    }
    blank();
  }

  private static String input(Input input) {
    String time =
        input.first().isPresent() && input.last().isPresent()
            ? ", " + Times.iso(input.first().get()) + " to " + Times.iso(input.last().get())
            : "";
    return Markdown.code(input.path())
        + ": "
        + Markdown.text(InputWords.format(input))
        + ", "
        + Words.count(input.entries(), "entry")
        + time;
  }

  // --- patterns

  private List<Query> shown() {
    return analysis.queries().stream().limit(top).toList();
  }

  private void table() {
    int all = analysis.queries().size();
    line("## Patterns that cost most time" + (all > top ? " (" + top + " of " + all + ")" : ""));
    blank();
    if (all == 0) {
      line("(none)");
      blank();
      return;
    }
    line("| # | time | total | calls | mean | p95 | max | pattern |");
    line("|--:|--:|--:|--:|--:|--:|--:|:--|");
    for (Query query : shown()) {
      Pattern pattern = query.pattern();
      line(
          "| "
              + numbers.of(pattern.fingerprint()).substring(1)
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
    blank();
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

  private void patterns() {
    if (analysis.queries().isEmpty()) {
      return;
    }
    line("## Statements");
    blank();
    for (Query query : shown()) {
      Pattern pattern = query.pattern();
      line(
          "<details><summary>No. "
              + numbers.of(pattern.fingerprint()).substring(1)
              + ", "
              + pattern.fingerprint()
              + "</summary>");
      blank();
      out.append(Markdown.sql(SqlLayout.pretty(pattern.query())));
      blank();
      line("</details>");
      blank();
    }
  }

  // --- advice

  private void advice() {
    if (analysis.advice().basis().isEmpty()) {
      line("## Candidate indexes");
      blank();
      line(
          "Heuristic, from the statements alone: check tables, existing indexes and writes before"
              + " you create one.");
    } else {
      line("## Advice");
      blank();
      line("Basis: " + Markdown.text(analysis.advice().basis()) + ".");
    }
    blank();
    if (analysis.recommendations().isEmpty()) {
      line("Nothing to do is worth its cost.");
      blank();
    }
    int number = 1;
    for (Recommendation recommendation : analysis.recommendations()) {
      recommendation(number++, recommendation);
    }
  }

  private void recommendation(int number, Recommendation recommendation) {
    line("### " + number + ". " + Markdown.text(AdviceWords.title(recommendation)));
    blank();
    String served =
        recommendation.served().isEmpty()
            ? ""
            : ", " + Markdown.text(numbers.of(recommendation.queries()).replace("#", "no. "));
    line("- " + Markdown.text(AdviceWords.why(recommendation, analysis)) + served);
    AdviceWords.facts(recommendation).forEach(fact -> line("- " + Markdown.text(fact)));
    Caveats.NONE
        .others(recommendation)
        .forEach(caveat -> line("- Caveat: " + Markdown.text(caveat)));
    blank();
    out.append(Markdown.sql(recommendation.statement()));
    blank();
    undo(recommendation);
  }

  private void undo(Recommendation recommendation) {
    boolean both = !recommendation.rollback().isEmpty() || !recommendation.verification().isEmpty();
    if (both && recommendation.action() != Action.REWRITE) {
      line("<details><summary>Undo and check</summary>");
      blank();
      Optional.of(recommendation.rollback())
          .filter(sql -> !sql.isEmpty())
          .ifPresent(sql -> out.append(Markdown.sql(sql)));
      Optional.of(recommendation.verification())
          .filter(sql -> !sql.isEmpty())
          .ifPresent(sql -> out.append(Markdown.sql(sql)));
      blank();
      line("</details>");
      blank();
    }
  }

  private void unhelped() {
    List<Unhelped> all = analysis.advice().unhelped();
    if (all.isEmpty()) {
      return;
    }
    line("## Slow, but no index will help");
    blank();
    for (Unhelped unhelped : all.stream().limit(top).toList()) {
      line(
          "- No. "
              + numbers.of(unhelped.fingerprint()).substring(1)
              + ": "
              + Markdown.text(unhelped.cause()));
    }
    if (all.size() > top) {
      line("- and " + Words.count(all.size() - top) + " more");
    }
    blank();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void blank() {
    out.append('\n');
  }
}
