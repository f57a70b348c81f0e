package io.github.pgslowlog.candidate;

import java.util.Optional;

/**
 * ORDER BY with LIMIT on a table read alone: the index gives the first rows without sorting all.
 *
 * <p>{@code SELECT ... FROM events ORDER BY created_at DESC LIMIT $1} gives {@code (created_at)}.
 */
final class SortedLimitRule implements CandidateRule {
  @Override
  public String reason() {
    return "the first rows in the order asked for";
  }

  @Override
  public Optional<CandidateIndex> candidate(TableAccess access) {
    if (!access.limited() || !access.alone() || access.sort().isEmpty()) {
      return Optional.empty();
    }
    KeyList keys = new KeyList();
    SortKeys.of(access.sort()).forEach(keys::add);
    boolean primaryKey = "id".equals(KeyList.column(access.sort().get(0)));
    return !primaryKey && keys.covers(access.sort())
        ? keys.index(access.table())
        : Optional.empty();
  }
}
