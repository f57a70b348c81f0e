package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns that are compared with a value, then ORDER BY: rows come in the order asked for, and
 * a LIMIT stops early. A column compared with a list would break that order. Without a LIMIT and
 * with nothing compared, all rows are wanted, and sorting them is cheaper.
 *
 * <p>{@code WHERE customer_id = $1 ORDER BY created_at DESC, id LIMIT $2} gives {@code
 * (customer_id, created_at DESC, id)} and {@code (created_at DESC, id)}; {@code ORDER BY
 * lower(name) LIMIT $1} gives {@code (lower(name))}.
 */
final class OrderRule implements ScanRule {
  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals proposals = new Proposals(scan, "equality, then the order asked for");
    Proposals alone = new Proposals(scan, "the first rows in the order asked for");
    for (List<SortKey> order : scan.orders()) {
      List<IndexKey> sort = sort(scan, order);
      if (!sort.isEmpty() && !scan.equality().isEmpty()) {
        List<IndexKey> keys = new ArrayList<>(scan.equality().stream().map(IndexKey::of).toList());
        keys.addAll(sort);
        proposals.addKeys(keys);
      }
      if (!sort.isEmpty() && scan.limited()) {
        alone.addKeys(sort);
      }
    }
    List<Candidate> all = proposals.all();
    all.addAll(alone.all());
    return all;
  }

  /** What is compared with a value is in any order already. */
  private static List<IndexKey> sort(TableScan scan, List<SortKey> order) {
    return SortKeys.of(
        order.stream().filter(key -> !isGiven(scan, key.term())).toList(), term -> key(scan, term));
  }

  private static boolean isGiven(TableScan scan, Term term) {
    return term.plainColumn()
        .filter(column -> scan.equality().contains(column.column()))
        .isPresent();
  }

  /** Distances are for GiST; the server refuses what is not immutable. */
  private static Optional<IndexKey> key(TableScan scan, Term term) {
    if (term instanceof Term.Computed computed) {
      boolean distance =
          term.columns().stream().anyMatch(column -> scan.distances().contains(column.column()));
      return distance ? Optional.empty() : ExpressionKeys.of(computed, scan.constants());
    }
    return Optional.of(IndexKey.of(term.columns().get(0).column()));
  }
}
