package io.github.pgslowlog.candidate;

import java.util.List;

/**
 * The columns that are compared with values, then those of GROUP BY, DISTINCT or a window: groups
 * come one after the other, without sorting or a hash table. It pays most where the index covers
 * the query.
 *
 * <p>{@code SELECT user_id, count(*) FROM visits WHERE site_id = $1 GROUP BY user_id} gives {@code
 * (site_id, user_id)}.
 */
final class GroupingRule implements ScanRule {
  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "equality, then the groups");
    for (List<String> grouping : scan.groupings()) {
      if (grouping.size() <= Proposals.MAX_KEYS) {
        proposals.add(scan.equality(), grouping);
      }
    }
    return proposals.all();
  }
}
