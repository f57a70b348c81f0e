package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;

/** Which advice may be run as it is: what a planner confirmed, and what adds to the database. */
final class RunnableAdvice {
  private RunnableAdvice() {}

  static List<Recommendation> of(Analysis analysis) {
    return analysis.recommendations().stream().filter(r -> runs(r, analysis)).toList();
  }

  /** What holds invisible characters does not run: nobody could have read it. */
  static boolean runs(Recommendation recommendation, Analysis analysis) {
    boolean adds =
        recommendation.action() == Action.CREATE || recommendation.action() == Action.STATISTICS;
    return !analysis.advice().basis().isEmpty()
        && adds
        && recommendation
            .statement()
            .codePoints()
            .noneMatch(c -> c != '\n' && PlainText.isActive(c));
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
    for (char c : line.toCharArray()) {
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      }
    }
    return quote == 0 && line.endsWith(";");
  }
}
