package io.github.pgslowlog.candidate;

import java.util.Optional;

/** One way in which an index can serve a query. */
public interface CandidateRule {
  /**
   * The name in reports.
   *
   * @return a few words: what the index does for the query
   */
  String reason();

  /**
   * The index that this rule proposes.
   *
   * @param access how a query reads a table
   * @return the index, empty if the rule does not apply
   */
  Optional<CandidateIndex> candidate(TableAccess access);
}
