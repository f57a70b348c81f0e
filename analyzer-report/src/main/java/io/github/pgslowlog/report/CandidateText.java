package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.select.Recommendation;

/** The last part of the text where no planner was asked: candidate indexes. */
final class CandidateText {
  private final Analysis analysis;
  private final PatternNumbers patterns;
  private final TextCanvas canvas;

  CandidateText(Analysis analysis, PatternNumbers patterns, TextCanvas canvas) {
    this.analysis = analysis;
    this.patterns = patterns;
    this.canvas = canvas;
  }

  void write() {
    canvas.heading("Candidate indexes");
    if (analysis.recommendations().isEmpty()) {
      canvas.line("(none)");
      return;
    }
    canvas.paragraph("Heuristic, from the statements alone. Before you create one:", 0);
    Caveats caveats = Caveats.of(analysis.recommendations());
    caveats.common().forEach(caveat -> canvas.paragraph("- " + caveat, 2));
    canvas.paragraph("Or let PostgreSQL's own planner confirm them: give --schema and --stats.", 0);
    int number = 1;
    for (Recommendation recommendation : analysis.recommendations()) {
      canvas.blank();
      index(number++, recommendation, caveats);
    }
  }

  private void index(int number, Recommendation recommendation, Caveats caveats) {
    canvas.paragraph(number + ". " + AdviceWords.why(recommendation, analysis, patterns), 3);
    canvas.sql(recommendation.statement(), 3);
    caveats.others(recommendation).forEach(caveat -> canvas.paragraph("   - " + caveat, 5));
  }
}
