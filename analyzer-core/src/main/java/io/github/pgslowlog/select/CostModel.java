package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import java.util.Collection;
import java.util.Map;

/**
 * Tells what statements cost under sets of indexes, some of which do not exist. Not for several
 * threads at once. The same questions get the same answers.
 */
public interface CostModel extends AutoCloseable {
  /**
   * What the answers rest on.
   *
   * @return planner or heuristic
   */
  Confidence confidence();

  /**
   * Where the answers come from.
   *
   * @return for people, such as {@code PostgreSQL 18.6, private server}
   */
  String description();

  /**
   * Makes candidates known. They are in no plan until a configuration has them.
   *
   * @param candidates indexes; those offered before keep their offer
   * @return for each whether it can be had, and how large it would be
   */
  Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> candidates);

  /**
   * Plans a statement. It is not executed.
   *
   * @param statement the statement
   * @param configuration which candidates there are, and which indexes and settings change; the
   *     candidates were offered and accepted
   * @return its cost, or why it cannot be planned
   */
  PlanResult plan(PlannableStatement statement, Configuration configuration);

  @Override
  void close();
}
