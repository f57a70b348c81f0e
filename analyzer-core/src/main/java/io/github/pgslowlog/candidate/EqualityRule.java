package io.github.pgslowlog.candidate;

import java.util.Optional;

/**
 * The columns that are compared with values.
 *
 * <p>{@code WHERE tenant_id = $1 AND email = $2} gives {@code (tenant_id, email)}, the column first
 * that more of the workload uses.
 */
final class EqualityRule implements CandidateRule {
  @Override
  public String reason() {
    return "equality";
  }

  @Override
  public Optional<CandidateIndex> candidate(TableAccess access) {
    return new KeyList().add(access.equality()).add(access.in()).index(access.table());
  }
}
