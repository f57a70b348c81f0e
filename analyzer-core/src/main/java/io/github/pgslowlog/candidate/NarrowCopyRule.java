package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The few narrow columns that a query needs of a table that it reads as a whole, or nearly: an
 * index of them is read instead, if it is a fraction of the table.
 *
 * <p>{@code SELECT state, count(*) FROM orders GROUP BY state} gives {@code (state)}.
 */
final class NarrowCopyRule implements ScanRule {
  /** Columns of such an index. */
  static final int MAX_COLUMNS = 6;

  /** At most this part of the table, or reading it saves too little. */
  private static final double MAX_PART = 0.4;

  /** Header of an index entry and its line pointer. */
  private static final int ENTRY_BYTES = 8 + 4;

  private static final double PAGE_BYTES = 8192 * 0.9;

  @Override
  public List<Candidate> candidates(TableScan scan) {
    if (scan.columns().isEmpty()
        || scan.columns().size() > MAX_COLUMNS
        || scan.written()
        || scan.isWholeRow()
        || !isFraction(scan)) {
      return List.of();
    }
    List<String> keys = keys(scan);
    List<String> others = scan.columns().stream().filter(column -> !keys.contains(column)).toList();
    CandidateIndex index =
        new CandidateIndex(scan.table(), keys.stream().map(IndexKey::of).toList());
    return List.of(
        new Candidate(index.including(others), "a fraction of the table has all that is needed"));
  }

  /** What narrows the search down first, then what puts rows in order, then other conditions. */
  private static List<String> keys(TableScan scan) {
    Set<String> keys = new LinkedHashSet<>(scan.given());
    scan.groupings().forEach(keys::addAll);
    keys.addAll(scan.bounds());
    keys.addAll(scan.tested());
    keys.addAll(scan.columns());
    keys.retainAll(scan.columns());
    boolean none = keys.stream().noneMatch(column -> isKey(scan, column));
    return keys.stream()
        .filter(column -> none || isKey(scan, column))
        .limit(none ? 1 : Proposals.MAX_KEYS)
        .toList();
  }

  private static boolean isKey(TableScan scan, String column) {
    return scan.tested().contains(column)
        || scan.groupings().stream().anyMatch(grouping -> grouping.contains(column));
  }

  private static boolean isFraction(TableScan scan) {
    TableFacts facts = scan.facts();
    if (facts.rows() <= 0 || facts.pages() <= 0) {
      return false;
    }
    int bytes = CoveringRule.bytes(scan, List.copyOf(scan.columns()));
    int aligned = (bytes + 7) / 8 * 8;
    return facts.rows() * (aligned + ENTRY_BYTES) / PAGE_BYTES <= MAX_PART * facts.pages();
  }
}
