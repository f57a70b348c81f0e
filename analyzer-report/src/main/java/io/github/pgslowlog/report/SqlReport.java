package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of an analysis for psql. Each stands below a comment that tells what speaks for it
 * and against it.
 *
 * <p>Only indexes that a planner confirmed and statistics are created. All else is a comment, to be
 * uncommented after a look at it. Text of logs and dumps cannot get out of a comment.
 */
public final class SqlReport {
  private static final int WIDTH = 97;
  private static final int MAX_PATTERNS = 5;

  private final Analysis analysis;
  private final boolean confirmed;
  private final Map<Fingerprint, String> texts = new HashMap<>();
  private final StringBuilder out = new StringBuilder();

  private SqlReport(Analysis analysis) {
    this.analysis = analysis;
    this.confirmed = !analysis.advice().basis().isEmpty();
    for (Query query : analysis.queries()) {
      texts.put(query.pattern().fingerprint(), query.pattern().query());
    }
  }

  /**
   * Writes the statements.
   *
   * @param analysis the analysis
   * @param out receives them
   * @throws IOException when they cannot be written
   */
  public static void write(Analysis analysis, Appendable out) throws IOException {
    SqlReport report = new SqlReport(analysis);
    report.report();
    out.append(report.out);
  }

  private void report() {
    header();
    int number = 1;
    for (Recommendation recommendation : analysis.recommendations()) {
      out.append('\n');
      recommendation(number++, recommendation);
    }
  }

  private void header() {
    TextCanvas text = new TextCanvas(WIDTH);
    text.paragraph("Advice of pgslowlog, for psql", 0);
    analysis.inputs().forEach(input -> text.paragraph("Log: " + log(input), 2));
    if (!analysis.complete()) {
      text.paragraph("Partial: reading was stopped before the end.", 2);
    }
    if (confirmed) {
      text.paragraph("Basis: " + analysis.advice().basis(), 2);
    }
    if (analysis.recommendations().isEmpty()) {
      text.paragraph(nothing(), 0);
    } else if (confirmed) {
      howToRun(text);
    } else {
      text.paragraph(
          "Heuristic, from the statements alone, so nothing here runs: uncomment what you have"
              + " checked. Give --schema and --stats for advice that PostgreSQL's planner has"
              + " confirmed.",
          0);
    }
    comment(text);
  }

  private String nothing() {
    return CoverageWords.isTimed(analysis)
        ? "There is nothing to do."
        : "There is no advice. " + CoverageWords.nothingTimed(analysis.coverage());
  }

  private static void howToRun(TextCanvas text) {
    text.paragraph(
        "Read it, then run it outside of a transaction, so without --single-transaction:", 0);
    text.paragraph("  psql -X -v ON_ERROR_STOP=1 -d DATABASE -f FILE", 2);
    text.paragraph(
        "Only confirmed indexes and statistics are created; what else is advised stands in"
            + " comments. An index whose creation fails stays behind invalid: undo it, remove what"
            + " has run, and run the rest.",
        0);
  }

  private static String log(Input input) {
    return input.path() + InputWords.period(input).map(period -> ", " + period).orElse("");
  }

  private void recommendation(int number, Recommendation recommendation) {
    TextCanvas text = new TextCanvas(WIDTH);
    text.paragraph(number + ". " + AdviceWords.title(recommendation), 3);
    text.paragraph("   " + AdviceWords.why(recommendation, analysis), 5);
    AdviceWords.facts(recommendation).forEach(fact -> text.paragraph("   " + fact, 5));
    Caveats.NONE.others(recommendation).forEach(caveat -> text.paragraph("   - " + caveat, 5));
    patterns(recommendation.served(), text);
    comment(text);
    if (RunnableAdvice.runs(recommendation, analysis)) {
      out.append(recommendation.statement()).append('\n');
    } else {
      commented("", recommendation.statement());
    }
    commented("Undo:  ", recommendation.rollback());
    commented("Check: ", recommendation.verification());
  }

  private void patterns(List<ServedQuery> served, TextCanvas text) {
    for (ServedQuery query : served.subList(0, Math.min(MAX_PATTERNS, served.size()))) {
      String costs =
          query.costBefore().isPresent() && query.costAfter().isPresent()
              ? ", cost of one "
                  + AdviceWords.costs(
                      query.costBefore().getAsDouble(), query.costAfter().getAsDouble())
              : "";
      text.paragraph(
          "   " + query.fingerprint() + ": " + Words.count(query.calls(), "call") + costs, 5);
      text.excerpt(texts.getOrDefault(query.fingerprint(), ""), 5, 2);
    }
    if (served.size() > MAX_PATTERNS) {
      text.paragraph("   and " + Words.count(served.size() - MAX_PATTERNS, "further pattern"), 5);
    }
  }

  private void commented(String label, String sql) {
    for (String line : sql.lines().toList()) {
      boolean comment = label.isEmpty() && line.startsWith("--");
      out.append(comment ? "" : "-- " + label).append(PlainText.of(line)).append('\n');
    }
  }

  private void comment(TextCanvas text) {
    text.text().lines().forEach(line -> out.append(("-- " + line).stripTrailing()).append('\n'));
  }
}
