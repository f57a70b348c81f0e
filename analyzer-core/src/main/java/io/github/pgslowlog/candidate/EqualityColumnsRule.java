package io.github.pgslowlog.candidate;

import java.util.List;

/**
 * The columns that are compared with values, together and each alone.
 *
 * <p>{@code WHERE tenant_id = $1 AND email = $2} gives {@code (tenant_id, email)}, {@code
 * (tenant_id)} and {@code (email)}; the column comes first that more of the workload uses, then the
 * one with more values. A column that must be NULL follows.
 */
final class EqualityColumnsRule implements ScanRule {
  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "equality").add(scan.equality(), scan.lists());
    scan.given().stream()
        .limit(Proposals.MAX_KEYS)
        .forEach(column -> proposals.add(List.of(column)));
    if (!scan.given().isEmpty()) {
      proposals.add(scan.equality(), scan.absent(), scan.lists());
    }
    return proposals.all();
  }
}
