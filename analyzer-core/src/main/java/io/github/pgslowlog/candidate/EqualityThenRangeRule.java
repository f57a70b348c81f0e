package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.Optional;

/**
 * Equality columns, then one range column: only the matching part of the index is read. A second
 * range column would not narrow it.
 *
 * <p>{@code WHERE status = $1 AND created_at >= $2} gives {@code (status, created_at)}.
 */
final class EqualityThenRangeRule implements CandidateRule {
  @Override
  public String reason() {
    return "equality, then range";
  }

  @Override
  public Optional<CandidateIndex> candidate(TableAccess access) {
    if (access.equality().isEmpty() && access.in().isEmpty()) {
      return Optional.empty();
    }
    return access.range().stream()
        .filter(column -> !access.equality().contains(column) && !access.in().contains(column))
        .findFirst()
        .flatMap(
            range ->
                new KeyList()
                    .add(access.equality())
                    .add(access.in())
                    .add(IndexKey.of(range))
                    .index(access.table()));
  }
}
