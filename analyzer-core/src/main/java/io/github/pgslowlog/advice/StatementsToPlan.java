package io.github.pgslowlog.advice;

import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.workload.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Takes from a pattern the executions that a planner is asked about. */
final class StatementsToPlan {
  /** 3: the plan often depends on the values; more of them cost more time than they tell. */
  static final int MAX_SAMPLES = 3;

  private static final java.util.regex.Pattern TOKEN =
      java.util.regex.Pattern.compile(
          "\"(?:[^\"]|\"\")*+\"|'(?:[^']|'')*+'|\\$(\\d{1,5})|\\.\\.\\.|;");

  private StatementsToPlan() {}

  /**
   * The slowest executions whose values are known; where there is none, the pattern itself for any
   * values. None for several statements in one.
   */
  static List<PlannableStatement> of(Pattern pattern, StatementType type) {
    if (!type.isPlanned() || hasSeveralStatements(pattern.query())) {
      return List.of();
    }
    Set<PlannableStatement> statements = new LinkedHashSet<>();
    for (Sample sample : pattern.samples().samples()) {
      if (statements.size() < MAX_SAMPLES && isComplete(sample)) {
        statements.add(new PlannableStatement(sample.sql(), sample.parameters(), false));
      }
    }
    return statements.isEmpty() ? generic(pattern.query()) : List.copyOf(statements);
  }

  private static List<PlannableStatement> generic(String canonical) {
    int lists = highestParameter(canonical);
    StringBuilder sql = new StringBuilder();
    Matcher token = TOKEN.matcher(canonical);
    while (token.find()) {
      boolean list = token.group().equals("...");
      token.appendReplacement(sql, Matcher.quoteReplacement(list ? "$" + ++lists : token.group()));
    }
    token.appendTail(sql);
    return List.of(new PlannableStatement(sql.toString(), List.of(), true));
  }

  private static boolean hasSeveralStatements(String canonical) {
    return TOKEN.matcher(canonical).results().anyMatch(token -> token.group().equals(";"));
  }

  /** Whether there is a value for each parameter; NULLs that were not logged are values, too. */
  private static boolean isComplete(Sample sample) {
    return highestParameter(sample.sql()) <= sample.parameters().size();
  }

  private static int highestParameter(String sql) {
    return TOKEN
        .matcher(sql)
        .results()
        .map(token -> Optional.ofNullable(token.group(1)))
        .flatMap(Optional::stream)
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }
}
