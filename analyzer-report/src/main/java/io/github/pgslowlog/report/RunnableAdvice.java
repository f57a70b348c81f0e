package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
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

  /** Its statements one by one: each ends a line with a semicolon. */
  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : script.lines().toList()) {
      boolean comment = statement.isEmpty() && (line.startsWith("--") || line.isBlank());
      if (!comment) {
        statement.append(statement.isEmpty() ? "" : "\n").append(line);
        if (line.endsWith(";")) {
          statements.add(statement.toString());
          statement.setLength(0);
        }
      }
    }
    if (!statement.isEmpty()) {
      statements.add(statement.toString());
    }
    return statements;
  }
}
