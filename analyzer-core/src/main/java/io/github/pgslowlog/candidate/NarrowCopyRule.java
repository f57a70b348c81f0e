package io.github.pgslowlog.candidate;

import java.util.ArrayList;
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
        || !isFraction(scan)) {
      return List.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    keys.addAll(scan.given());
    scan.groupings().forEach(keys::addAll);
    scan.bounds().forEach(keys::add);
    keys.addAll(scan.tested());
    keys.retainAll(scan.columns());
    List<String> others = scan.columns().stream().filter(column -> !keys.contains(column)).toList();
    List<String> first = keys.isEmpty() ? others.subList(0, 1) : List.copyOf(keys);
    List<String> included = new ArrayList<>(others);
    included.removeAll(first);
    Proposals proposals = new Proposals(scan, "a fraction of the table has all that is needed");
    proposals.add(first);
    return proposals.all().stream()
        .map(candidate -> new Candidate(candidate.index().including(included), candidate.reason()))
        .toList();
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
