package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.Optional;

/**
 * The column by which a table is joined, for tables that nothing else in the query narrows down:
 * for each row of the other table the index finds the partners. Columns called {@code id} have an
 * index.
 *
 * <p>{@code FROM orders o JOIN order_items i ON i.order_id = o.id WHERE o.id = $1} gives {@code
 * (order_id)} on order_items.
 */
final class JoinKeyRule implements CandidateRule {
  @Override
  public String reason() {
    return "join partner lookup";
  }

  @Override
  public Optional<CandidateIndex> candidate(TableAccess access) {
    boolean narrowed = !access.equality().isEmpty() || !access.in().isEmpty();
    if (narrowed || access.join().isEmpty() || access.join().contains("id")) {
      return Optional.empty();
    }
    return new KeyList().add(IndexKey.of(access.join().get(0))).index(access.table());
  }
}
