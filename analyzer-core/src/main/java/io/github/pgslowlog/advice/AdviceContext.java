package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.WeightedQuery;
import java.util.List;
import java.util.Optional;

/**
 * What a rule of advice looks at.
 *
 * @param request the workload and the catalog
 * @param queries the patterns that can be planned, with their statements
 * @param selection the indexes chosen, and a plan of each pattern before and after
 * @param model plans statements, empty if no planner is at hand
 */
public record AdviceContext(
    AdviceRequest request,
    List<WeightedQuery> queries,
    Selection selection,
    Optional<CostModel> model) {
  /** Copies the list. */
  public AdviceContext {
    queries = List.copyOf(queries);
  }

  /**
   * The database.
   *
   * @return what is known of it
   */
  public Catalog catalog() {
    return request.catalog();
  }
}
