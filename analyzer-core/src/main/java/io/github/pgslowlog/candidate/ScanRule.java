package io.github.pgslowlog.candidate;

import java.util.List;

/** One way in which indexes can serve a table of a statement, where a schema is known. */
interface ScanRule {
  /**
   * The indexes that this rule proposes.
   *
   * @param scan what the statement does with the table
   * @return the best first, none if the rule does not apply
   */
  List<Candidate> candidates(TableScan scan);
}
