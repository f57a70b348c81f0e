package io.github.pgslowlog.advice;

import io.github.pgslowlog.select.Recommendation;
import java.util.List;

/** One kind of advice besides the choice of indexes. */
public interface AdviceRule {
  /**
   * Gives the advice, where its preconditions hold.
   *
   * @param context the workload, the database and its planner
   * @return in a fixed order; none if there is nothing to say
   */
  List<Recommendation> advise(AdviceContext context);
}
