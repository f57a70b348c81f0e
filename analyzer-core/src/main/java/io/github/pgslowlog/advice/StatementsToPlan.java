package io.github.pgslowlog.advice;

import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.workload.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes from a pattern the executions that a planner is asked about. */
final class StatementsToPlan {
  /** 3: the plan often depends on the values; more of them cost more time than they tell. */
  static final int MAX_SAMPLES = 3;

  /** What the server writes where log_parameter_max_length ends a value. */
  private static final String CLIPPED = "...";

  private StatementsToPlan() {}

  /**
   * Executions whose values are known, no two with the same: the slowest, and such that differ from
   * it; where there is none, the pattern itself for any values. None for several statements in one.
   */
  static List<PlannableStatement> of(Pattern pattern, StatementType type) {
    if (!type.isPlanned() || StatementTraits.of(pattern.query()).several()) {
      return List.of();
    }
    Map<PlannableStatement, Sample> different = new LinkedHashMap<>();
    for (Sample sample : pattern.samples().samples()) {
      if (isComplete(sample)) {
        different.putIfAbsent(statement(sample), sample);
      }
    }
    return different.isEmpty()
        ? generic(PlannedPart.of(pattern.query()))
        : DiverseSamples.of(List.copyOf(different.values()), MAX_SAMPLES).stream()
            .map(StatementsToPlan::statement)
            .toList();
  }

  private static PlannableStatement statement(Sample sample) {
    return new PlannableStatement(PlannedPart.of(sample.sql()), sample.parameters(), false);
  }

  /** Of a list of values, one stands for all; its length is not known. */
  private static List<PlannableStatement> generic(String canonical) {
    StatementTraits traits = StatementTraits.of(canonical);
    byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
    StringBuilder sql = new StringBuilder();
    int number = traits.highestParameter();
    int from = 0;
    for (int list : traits.lists()) {
      sql.append(new String(bytes, from, list - from, StandardCharsets.UTF_8))
          .append('$')
          .append(++number);
      from = list + CLIPPED.length();
    }
    sql.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
    return List.of(new PlannableStatement(sql.toString(), List.of(), true));
  }

  /**
   * Whether all of its text is there, and a value for each parameter; NULLs that were not logged
   * are values, too.
   */
  private static boolean isComplete(Sample sample) {
    StatementTraits traits = StatementTraits.of(sample.sql());
    return traits.whole()
        && traits.lists().isEmpty()
        && traits.highestParameter() <= sample.parameters().size()
        && sample.parameters().stream()
            .flatMap(Optional::stream)
            .noneMatch(value -> value.endsWith(CLIPPED));
  }
}
