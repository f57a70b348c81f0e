package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.IndexNeed;
import io.github.pgslowlog.workload.Pattern;
import java.util.List;

/**
 * A pattern with what it asks of indexes.
 *
 * @param pattern the pattern
 * @param needs what it asks for, table by table
 * @param byNaming whether the table of a column is only known from the naming of columns
 */
public record PatternNeeds(Pattern pattern, List<IndexNeed> needs, boolean byNaming) {
  /** Copies the list. */
  public PatternNeeds {
    needs = List.copyOf(needs);
  }

  /**
   * What a {@link CostModel} is asked about.
   *
   * @return the pattern for any values
   */
  public PlannableStatement statement() {
    return new PlannableStatement(pattern.query(), List.of(), true);
  }
}
