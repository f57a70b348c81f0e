package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.workload.ColumnUsageAccumulator;
import io.github.pgslowlog.workload.Workload;
import java.util.List;

/**
 * What advice is asked for.
 *
 * @param catalog the database, empty if it is not known
 * @param workload the statements, added up
 * @param patterns its patterns with their shapes, those that cost most time first
 * @param columns how columns are used
 */
public record AdviceRequest(
    Catalog catalog,
    Workload workload,
    List<ShapedPattern> patterns,
    ColumnUsageAccumulator columns) {
  /** Copies the list. */
  public AdviceRequest {
    patterns = List.copyOf(patterns);
  }
}
