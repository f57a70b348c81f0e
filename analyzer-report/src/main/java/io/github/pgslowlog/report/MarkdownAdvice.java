package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;

/** What to do, and what nothing helps, in Markdown. */
final class MarkdownAdvice {
  private final Analysis analysis;
  private final PatternNumbers numbers;
  private final int top;
  private final MarkdownPage page;

  MarkdownAdvice(Analysis analysis, PatternNumbers numbers, int top, MarkdownPage page) {
    this.analysis = analysis;
    this.numbers = numbers;
    this.top = top;
    this.page = page;
  }

  void write() {
    advice();
    unhelped();
  }

  private void advice() {
    List<Recommendation> all = analysis.recommendations();
    boolean planned = !analysis.advice().basis().isEmpty();
    page.line(planned ? "## Advice" : "## Candidate indexes");
    page.blank();
    if (planned) {
      page.line("Basis: " + Markdown.text(analysis.advice().basis()) + ".");
      page.blank();
    }
    if (all.isEmpty()) {
      page.line(planned ? "Nothing to do is worth its cost." : "(none)");
      page.blank();
    } else if (!planned) {
      page.line(
          "Heuristic, from the statements alone: check tables, existing indexes and writes before"
              + " you create one.");
      page.blank();
    }
    Caveats caveats = Caveats.ofSeveral(all);
    if (!caveats.common().isEmpty()) {
      page.line("Of all of them:");
      page.blank();
      caveats.common().forEach(page::item);
      page.blank();
    }
    int number = 1;
    for (Recommendation recommendation : all) {
      recommendation(number++, recommendation, caveats);
    }
  }

  private void recommendation(int number, Recommendation recommendation, Caveats caveats) {
    page.line("### " + number + ". " + Markdown.text(AdviceWords.title(recommendation)));
    page.blank();
    String served =
        recommendation.served().isEmpty()
            ? ""
            : ", " + Markdown.text(numbers.of(recommendation.queries()).replace("#", "no. "));
    page.line("- " + Markdown.text(AdviceWords.why(recommendation, analysis)) + served);
    AdviceWords.facts(recommendation).forEach(page::item);
    caveats
        .others(recommendation)
        .forEach(caveat -> page.line("- Caveat: " + Markdown.text(caveat)));
    page.blank();
    page.sql(recommendation.statement());
    page.blank();
    undo(recommendation);
  }

  private void undo(Recommendation recommendation) {
    boolean both = !recommendation.rollback().isEmpty() || !recommendation.verification().isEmpty();
    if (both && recommendation.action() != Action.REWRITE) {
      page.line("<details><summary>Undo and check</summary>");
      page.blank();
      page.sql(recommendation.rollback());
      page.sql(recommendation.verification());
      page.blank();
      page.line("</details>");
      page.blank();
    }
  }

  private void unhelped() {
    List<Unhelped> all = analysis.advice().unhelped();
    if (all.isEmpty()) {
      return;
    }
    page.line("## Slow, but no index will help");
    page.blank();
    for (Unhelped unhelped : all.stream().limit(top).toList()) {
      page.line(
          "- No. "
              + numbers.place(unhelped.fingerprint())
              + ": "
              + Markdown.text(unhelped.cause()));
    }
    if (all.size() > top) {
      page.line("- and " + Words.count(all.size() - top) + " more");
    }
    page.blank();
  }
}
