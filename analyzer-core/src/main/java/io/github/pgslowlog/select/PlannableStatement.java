package io.github.pgslowlog.select;

import java.util.List;
import java.util.Optional;

/**
 * A statement to plan.
 *
 * @param sql one statement; its {@code $n} stand for parameters
 * @param parameters their values, empty where NULL
 * @param generic whether the values are not known, so that the plan must do for any
 */
public record PlannableStatement(String sql, List<Optional<String>> parameters, boolean generic) {
  /** Copies the list. */
  public PlannableStatement {
    parameters = List.copyOf(parameters);
  }
}
