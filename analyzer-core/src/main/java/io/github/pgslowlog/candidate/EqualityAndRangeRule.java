package io.github.pgslowlog.candidate;

import java.util.List;

/**
 * The columns that are compared with values, then one that is compared with a bound: each of these
 * in turn, as the index is narrowed down by one of them only. Where nothing is compared for
 * equality, the bounds alone.
 *
 * <p>{@code WHERE status = $1 AND created_at >= $2 AND amount < $3} gives {@code (status,
 * created_at)} and {@code (status, amount)}, {@code (created_at)} and {@code (amount)}.
 */
final class EqualityAndRangeRule implements ScanRule {
  @Override
  public List<Candidate> candidates(TableScan scan) {
    Proposals alone = new Proposals(scan, "range");
    List<String> bounds = scan.bounds().stream().limit(Proposals.MAX_KEYS).toList();
    bounds.forEach(bound -> alone.add(List.of(bound)));
    if (scan.given().isEmpty()) {
      return alone.all();
    }
    Proposals proposals = new Proposals(scan, "equality, then range");
    bounds.forEach(bound -> proposals.add(firstKeys(scan), List.of(bound)));
    List<Candidate> all = proposals.all();
    all.addAll(alone.all());
    return all;
  }

  /** Leaves a place for the bound. */
  private static List<String> firstKeys(TableScan scan) {
    return scan.given().stream().limit(Proposals.MAX_KEYS - 1L).toList();
  }
}
