package io.github.pgslowlog.advice;

import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.workload.Pattern;
import java.util.Optional;

/**
 * A pattern with what it does.
 *
 * @param pattern calls, times and samples
 * @param shape which columns it uses, and how; empty for utility commands and what was not parsed
 */
public record ShapedPattern(Pattern pattern, Optional<QueryShape> shape) {
  /**
   * Whether the table of a column is only known from the naming of columns.
   *
   * @return true if that is so for one column at least
   */
  public boolean isByNaming() {
    return shape.stream()
        .flatMap(known -> known.blocks().stream())
        .flatMap(block -> block.uses().stream())
        .anyMatch(
            use ->
                use.column() instanceof ColumnRef.Resolved known
                    && known.evidence() == Evidence.NAMING);
  }
}
