package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import java.util.List;
import java.util.Optional;

/** What helps one pattern, with its proof, or why nothing does. */
final class PatternAdviceText {
  private final Analysis analysis;
  private final Query query;
  private final Fingerprint fingerprint;
  private final PatternNumbers patterns;
  private final TextCanvas canvas;

  PatternAdviceText(Analysis analysis, Query query, PatternNumbers patterns, TextCanvas canvas) {
    this.analysis = analysis;
    this.query = query;
    this.fingerprint = query.pattern().fingerprint();
    this.patterns = patterns;
    this.canvas = canvas;
  }

  void write() {
    canvas.heading("Advice");
    canvas.paragraph(
        analysis.advice().basis().isEmpty()
            ? "Basis: the statements alone; no planner has confirmed it"
            : "Basis: " + analysis.advice().basis(),
        2);
    List<Recommendation> helpful =
        analysis.recommendations().stream().filter(r -> served(r).isPresent()).toList();
    helpful.forEach(this::recommendation);
    if (helpful.isEmpty()) {
      canvas.paragraph(whyNot(), 2);
    }
  }

  private Optional<ServedQuery> served(Recommendation recommendation) {
    return recommendation.served().stream()
        .filter(served -> served.fingerprint().equals(fingerprint))
        .findFirst();
  }

  private void recommendation(Recommendation recommendation) {
    canvas.blank();
    canvas.paragraph(
        AdviceWords.title(recommendation)
            + ": "
            + AdviceWords.why(recommendation, analysis, patterns),
        2);
    canvas.sql(recommendation.statement(), 2);
    served(recommendation).flatMap(PatternAdviceText::cost).ifPresent(this::fact);
    AdviceWords.facts(recommendation).forEach(this::fact);
    Caveats.NONE.others(recommendation).forEach(caveat -> fact("- " + caveat));
    script("to undo it:", recommendation.rollback());
    script("to see whether it is of use:", recommendation.verification());
  }

  private static Optional<String> cost(ServedQuery served) {
    return served.costBefore().isPresent() && served.costAfter().isPresent()
        ? Optional.of(
            "a call of this pattern: cost "
                + AdviceWords.costs(
                    served.costBefore().getAsDouble(), served.costAfter().getAsDouble()))
        : Optional.empty();
  }

  private void fact(String fact) {
    canvas.paragraph("  " + fact, 4);
  }

  private void script(String purpose, String sql) {
    if (!sql.isEmpty()) {
      fact(purpose);
      canvas.sql(sql, 4);
    }
  }

  // --- nothing helps

  private String whyNot() {
    Optional<String> cause =
        analysis.advice().unhelped().stream()
            .filter(unhelped -> unhelped.fingerprint().equals(fingerprint))
            .map(Unhelped::cause)
            .findFirst();
    if (cause.isPresent()) {
      return "No index will help: " + cause.get();
    }
    if (query.unparsed().isPresent()) {
      return "None: its SQL is not understood";
    }
    List<String> obstacles = PatternColumnsText.obstacles(query.columns());
    String conditions =
        obstacles.isEmpty()
            ? "None for this pattern"
            : "None for this pattern; of its conditions no plain index serves: "
                + String.join(", ", obstacles);
    return analysis.advice().basis().isEmpty()
        ? conditions + ". Give --schema and --stats to let PostgreSQL's own planner look"
        : conditions;
  }
}
