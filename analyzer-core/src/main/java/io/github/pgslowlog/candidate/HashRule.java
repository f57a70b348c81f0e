package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.List;
import java.util.Optional;

/**
 * A long value compared for equality: a hash index has four bytes of it instead of the whole.
 *
 * <p>{@code WHERE url = $1} gives {@code USING hash (url)} if addresses are long.
 */
final class HashRule implements ScanRule {
  /** 60 bytes on average: for shorter values a B-tree is as small. */
  static final int MIN_AVERAGE_WIDTH = 60;

  @Override
  public List<Candidate> candidates(TableScan scan) {
    return scan.given().stream()
        .filter(column -> width(scan, column) >= MIN_AVERAGE_WIDTH)
        .map(
            column ->
                new Candidate(
                    new CandidateIndex(
                        scan.table(),
                        "hash",
                        List.of(IndexKey.of(column)),
                        List.of(),
                        Optional.empty()),
                    "equality of long values"))
        .toList();
  }

  private static int width(TableScan scan, String column) {
    return scan.facts().column(column).map(ColumnStatistics::averageWidth).orElse(0);
  }
}
