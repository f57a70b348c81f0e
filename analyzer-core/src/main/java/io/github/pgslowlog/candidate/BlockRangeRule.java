package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of a column whose values lie in the order of the rows of a large table: BRIN has the
 * bounds of each group of pages, and takes next to no space.
 *
 * <p>{@code WHERE logged_at >= $1} on a table that only grows gives {@code USING brin (logged_at)}.
 */
final class BlockRangeRule implements ScanRule {
  /** The order of the values must be nearly that of the rows. */
  static final double MIN_CORRELATION = 0.9;

  /** 80 MB: a B-tree on less is small enough. */
  static final long MIN_PAGES = 10_000;

  @Override
  public List<Candidate> candidates(TableScan scan) {
    List<Candidate> candidates = new ArrayList<>();
    if (scan.facts().pages() <= MIN_PAGES) {
      return candidates;
    }
    for (String column : scan.bounds()) {
      if (isInOrder(scan, column)) {
        candidates.add(
            new Candidate(
                new CandidateIndex(
                    scan.table(),
                    "brin",
                    List.of(IndexKey.of(column)),
                    List.of(),
                    Optional.empty()),
                "range of a column in the order of the rows",
                List.of("updates that move rows to other pages make it useless in time")));
      }
    }
    return candidates;
  }

  private static boolean isInOrder(TableScan scan, String column) {
    return scan.facts()
        .column(column)
        .filter(known -> known.correlation().isPresent())
        .filter(known -> Math.abs(known.correlation().getAsDouble()) > MIN_CORRELATION)
        .isPresent();
  }
}
