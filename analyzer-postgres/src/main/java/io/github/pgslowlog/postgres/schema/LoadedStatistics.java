package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.Problem;
import java.util.List;

/**
 * What came of a file of statistics.
 *
 * @param facts what it says of the server and of activity
 * @param relations number of tables and indexes whose size is known now
 * @param columns number of columns of which something is known now
 * @param problems what could not be used, and what it means
 */
public record LoadedStatistics(
    ExportedFacts facts, long relations, long columns, List<Problem> problems) {
  /** No statistics. */
  public static final LoadedStatistics NONE =
      new LoadedStatistics(ExportedFacts.NONE, 0, 0, List.of());

  /** Copies the list. */
  public LoadedStatistics {
    problems = List.copyOf(problems);
  }
}
