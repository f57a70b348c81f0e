package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;

/**
 * Which advice may be run as it is: indexes that a planner confirmed, and statistics. Both add to
 * the database and can be taken away again.
 */
final class RunnableAdvice {
  private RunnableAdvice() {}

  static List<Recommendation> of(Analysis analysis) {
    return analysis.recommendations().stream().filter(r -> runs(r, analysis)).toList();
  }

  /** What holds invisible characters does not run: nobody could have read it. */
  static boolean runs(Recommendation recommendation, Analysis analysis) {
    return !analysis.advice().basis().isEmpty()
        && isSafe(recommendation)
        && recommendation
            .statement()
            .codePoints()
            .noneMatch(c -> c != '\n' && PlainText.isActive(c));
  }

  /** Whether it was confirmed, and only adds to the database. */
  static boolean isSafe(Recommendation recommendation) {
    return switch (recommendation.action()) {
      case CREATE -> recommendation.confidence() == Confidence.PLANNER;
      case STATISTICS -> true;
      case DROP, SETTING, CONSTRAINT, REWRITE -> false;
    };
  }

  /** Statements that stand in a line each; comments and empty lines left out. */
  static List<String> statements(String script) {
    return script.lines().filter(line -> !line.startsWith("--") && !line.isBlank()).toList();
  }

  /**
   * Whether each statement stands in a line of its own. A name or a text with a line break in it
   * could hold a line that a tool takes for an instruction, as Liquibase does {@code --rollback}.
   */
  static boolean isLineEach(String script) {
    return statements(script).stream().allMatch(RunnableAdvice::isStatement);
  }

  private static boolean isStatement(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      }
    }
    return quote == 0 && line.endsWith(";");
  }
}
