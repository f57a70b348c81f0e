package io.github.pgslowlog.candidate;

import java.util.List;

/**
 * The columns that are compared with a value, then the argument of min or max: its first or last
 * entry is the answer.
 *
 * <p>{@code SELECT max(created_at) FROM orders WHERE customer_id = $1} gives {@code (customer_id,
 * created_at)}.
 */
final class ExtremeRule implements ScanRule {
  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "equality, then the least or greatest");
    scan.extremes().stream()
        .limit(Proposals.MAX_KEYS)
        .forEach(column -> proposals.add(scan.equality(), List.of(column)));
    return proposals.all();
  }
}
