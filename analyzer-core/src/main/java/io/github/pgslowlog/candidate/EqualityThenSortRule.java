package io.github.pgslowlog.candidate;

import java.util.Optional;

/**
 * Equality columns, then ORDER BY: the index gives the rows in the order asked for, and a LIMIT
 * stops early. Columns compared with a list would break that order, so there must be none.
 *
 * <p>{@code WHERE customer_id = $1 ORDER BY created_at DESC LIMIT $2} gives {@code (customer_id,
 * created_at)}.
 */
final class EqualityThenSortRule implements CandidateRule {
  @Override
  public String reason() {
    return "equality, then the order asked for";
  }

  @Override
  public Optional<CandidateIndex> candidate(TableAccess access) {
    if (access.equality().isEmpty() || access.sort().isEmpty() || !access.in().isEmpty()) {
      return Optional.empty();
    }
    KeyList keys = new KeyList().add(access.equality());
    SortKeys.of(access.sort()).forEach(keys::add);
    return keys.covers(access.sort()) ? keys.index(access.table()) : Optional.empty();
  }
}
