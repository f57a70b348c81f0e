package io.github.pgslowlog.candidate;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns by which a table is joined with another, or with an outer query: for each row of that
 * the index finds the partners. What is compared with values narrows that down further, or finds
 * the rows to start from.
 *
 * <p>{@code FROM orders o JOIN items i ON i.order_id = o.id WHERE i.state = $1 AND i.amount > $2}
 * gives for items {@code (order_id)}, {@code (order_id, state)}, {@code (state, order_id)}, {@code
 * (order_id, amount)} and {@code (order_id, state, amount)}. Of a join by two columns each may come
 * first.
 */
final class JoinColumnsRule implements ScanRule {
  /** Tables that one table is joined with; of more the first are enough. */
  private static final int MAX_PARTNERS = 8;

  private static final int MAX_RANGES = 3;

  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "join partner lookup");
    List<List<String>> groups = groups(scan);
    groups.forEach(proposals::add);
    for (List<String> join : groups) {
      if (!scan.given().isEmpty()) {
        proposals.add(join, scan.equality(), scan.lists());
        proposals.add(scan.equality(), scan.lists(), join);
      }
      for (String bound : scan.bounds().stream().limit(MAX_RANGES).toList()) {
        proposals.add(join, List.of(bound));
        proposals.add(join, scan.given(), List.of(bound));
      }
    }
    return proposals.all();
  }

  private static List<List<String>> groups(TableScan scan) {
    List<List<String>> groups = new ArrayList<>();
    for (List<String> join : scan.joins().stream().limit(MAX_PARTNERS).toList()) {
      groups.add(join);
      if (join.size() == 2) {
        groups.add(List.of(join.get(1), join.get(0)));
      }
    }
    return groups;
  }
}
