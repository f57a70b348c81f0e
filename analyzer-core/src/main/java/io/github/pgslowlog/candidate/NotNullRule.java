package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves NULLs out of an index on a column that is mostly NULL: no comparison finds them, and the
 * index is smaller by as much. The server knows that {@code c = $1} implies {@code c IS NOT NULL}.
 *
 * <p>{@code WHERE parent_id = $1}, where half of the rows have no parent, gives {@code (parent_id)
 * WHERE parent_id IS NOT NULL}.
 */
final class NotNullRule {
  /** Half of the table: less is not worth a condition. */
  static final double MIN_NULL_FRACTION = 0.5;

  /** The index without NULLs in its first key, none if few are, or if they are asked for. */
  List<Candidate> variants(TableScan scan, Candidate base) {
    IndexKey first = base.index().keys().get(0);
    boolean whole = base.index().predicate().isEmpty() && base.index().isBtree();
    if (!whole || first.expression() || !compared(scan).contains(first.text())) {
      return List.of();
    }
    return scan
        .facts()
        .column(first.text())
        .filter(known -> known.nullFraction() >= MIN_NULL_FRACTION)
        .map(
            known ->
                new Candidate(
                    base.index().where(Identifier.quoted(first.text()) + " IS NOT NULL"),
                    base.reason() + ", without NULLs"))
        .stream()
        .toList();
  }

  private static Set<String> compared(TableScan scan) {
    Set<String> compared = new LinkedHashSet<>(scan.given());
    compared.addAll(scan.ranges());
    scan.joins().forEach(compared::addAll);
    return compared;
  }
}
