package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.Optional;

/**
 * A column compared with a bound, where nothing is compared for equality and rows are not looked up
 * by a join column either.
 *
 * <p>{@code WHERE created_at >= $1 AND created_at < $2} gives {@code (created_at)}.
 */
final class RangeRule implements CandidateRule {
  @Override
  public String reason() {
    return "range";
  }

  @Override
  public Optional<CandidateIndex> candidate(TableAccess access) {
    boolean narrowed = !access.equality().isEmpty() || !access.in().isEmpty();
    boolean lookedUp = access.join().stream().anyMatch(column -> !column.equals("id"));
    if (narrowed || lookedUp || access.range().isEmpty() || access.range().contains("id")) {
      return Optional.empty();
    }
    return new KeyList().add(IndexKey.of(access.range().get(0))).index(access.table());
  }
}
