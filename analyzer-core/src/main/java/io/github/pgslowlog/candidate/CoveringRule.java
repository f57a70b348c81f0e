package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes an index wider, so that a query finds all it needs there: the columns that conditions look
 * at become keys, the others go to INCLUDE. Only where a few narrow columns are missing.
 *
 * <p>{@code SELECT sum(amount) FROM items WHERE order_id = $1 AND state <> $2} gives {@code
 * (order_id, state) INCLUDE (amount)} besides {@code (order_id)}, and {@code (order_id, state)}.
 */
final class CoveringRule {
  /** 4: more columns make an index nearly as large as its table. */
  static final int MAX_COLUMNS = 4;

  /** 64 bytes for all columns added: the more, the closer to reading the table. */
  static final int MAX_BYTES = 64;

  /** The part of a row that an index may have; with more it is a copy of the table. */
  static final double MAX_PART = 0.75;

  /** What a value takes of which no statistics tell. */
  private static final int UNKNOWN_BYTES = 16;

  /** The wider forms of an index, none if it covers the query or there is too much to add. */
  List<Candidate> variants(TableScan scan, CandidateIndex base) {
    List<String> missing = missing(scan, base);
    if (missing.isEmpty() || !base.isBtree() || base.predicate().isPresent()) {
      return List.of();
    }
    List<String> tested = missing.stream().filter(scan.tested()::contains).toList();
    List<String> others = missing.stream().filter(column -> !tested.contains(column)).toList();
    Set<Candidate> variants = new LinkedHashSet<>();
    boolean narrow = missing.size() <= MAX_COLUMNS && bytes(scan, missing) <= MAX_BYTES;
    if (narrow && !scan.written()) {
      CandidateIndex covering = wider(base, tested).including(others);
      if (!isCopy(scan, covering)) {
        variants.add(new Candidate(covering, "covers the query"));
      }
    }
    if (!tested.isEmpty() && tested.size() <= MAX_COLUMNS && bytes(scan, tested) <= MAX_BYTES) {
      variants.add(new Candidate(wider(base, tested), "filters in the index"));
    }
    return List.copyOf(variants);
  }

  private static List<String> missing(TableScan scan, CandidateIndex base) {
    Set<String> missing = new LinkedHashSet<>(scan.columns());
    base.keys().stream()
        .filter(key -> !key.expression())
        .forEach(key -> missing.remove(key.text()));
    return List.copyOf(missing);
  }

  private static CandidateIndex wider(CandidateIndex base, List<String> columns) {
    List<IndexKey> keys = new ArrayList<>(base.keys());
    columns.forEach(column -> keys.add(IndexKey.of(column)));
    return new CandidateIndex(
        base.table(), base.accessMethod(), keys, base.included(), base.predicate());
  }

  /** Whether an index has nearly all that its table has, so that little is saved by reading it. */
  private static boolean isCopy(TableScan scan, CandidateIndex index) {
    List<String> all = scan.facts().table().columns().stream().map(ColumnDefinition::name).toList();
    List<String> indexed = new ArrayList<>(index.included());
    index.keys().stream().map(IndexKey::text).filter(all::contains).forEach(indexed::add);
    return scan.isWholeRow()
        || all.size() > 2 && bytes(scan, indexed) > MAX_PART * bytes(scan, all);
  }

  static int bytes(TableScan scan, List<String> columns) {
    return columns.stream()
        .mapToInt(
            column ->
                scan.facts()
                    .column(column)
                    .map(ColumnStatistics::averageWidth)
                    .orElse(UNKNOWN_BYTES))
        .sum();
  }
}
