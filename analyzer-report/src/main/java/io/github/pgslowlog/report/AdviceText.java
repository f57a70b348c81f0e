package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The last part of the text where a planner was asked: what to do, and what nothing helps. */
final class AdviceText {
  private final Analysis analysis;
  private final PatternNumbers patterns;
  private final int top;
  private final TextCanvas canvas;

  AdviceText(Analysis analysis, PatternNumbers patterns, int top, TextCanvas canvas) {
    this.analysis = analysis;
    this.patterns = patterns;
    this.top = top;
    this.canvas = canvas;
  }

  void write() {
    canvas.heading("Advice");
    canvas.paragraph("Basis: " + analysis.advice().basis(), 2);
    canvas.paragraph("Costs are the planner's, of all calls together.", 0);
    for (Action action : Action.values()) {
      group(action);
    }
    unhelped();
  }

  private void group(Action action) {
    List<Recommendation> all = analysis.recommendations();
    List<Recommendation> group = all.stream().filter(r -> r.action() == action).toList();
    if (group.isEmpty()) {
      none(action);
      return;
    }
    canvas.heading(AdviceWords.heading(action));
    Caveats caveats = Caveats.ofSeveral(group);
    caveats.common().forEach(caveat -> canvas.paragraph("- " + caveat, 2));
    boolean first = caveats.common().isEmpty();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).action() == action) {
        if (!first) {
          canvas.blank();
        }
        recommendation(i + 1, all.get(i), caveats);
        first = false;
      }
    }
  }

  private void none(Action action) {
    if (action == Action.CREATE) {
      canvas.heading(AdviceWords.heading(action));
      canvas.line("(none is worth its cost)");
    }
  }

  private void recommendation(int number, Recommendation recommendation, Caveats caveats) {
    canvas.paragraph(number + ". " + AdviceWords.why(recommendation, analysis, patterns), 3);
    canvas.sql(recommendation.statement(), 3);
    AdviceWords.facts(recommendation).forEach(fact -> canvas.paragraph("   " + fact, 5));
    caveats.others(recommendation).forEach(caveat -> canvas.paragraph("   - " + caveat, 5));
  }

  private void unhelped() {
    List<Unhelped> all = analysis.advice().unhelped();
    if (all.isEmpty()) {
      return;
    }
    canvas.heading("Slow, but no index will help");
    Map<Fingerprint, Long> micros =
        analysis.queries().stream()
            .map(Query::pattern)
            .collect(Collectors.toMap(p -> p.fingerprint(), p -> p.executionMicros()));
    Function<Unhelped, String> share =
        unhelped ->
            Words.share(
                micros.getOrDefault(unhelped.fingerprint(), 0L),
                analysis.workload().executionMicros());
    all.stream()
        .limit(top)
        .forEach(
            unhelped ->
                canvas.column(
                    patterns.of(unhelped.fingerprint()) + " " + share.apply(unhelped),
                    unhelped.cause(),
                    12));
    if (all.size() > top) {
      canvas.line("and " + Words.count(all.size() - top) + " more");
    }
  }
}
