package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.IndexKey;
import java.util.Set;

/**
 * What cannot be in a B-tree: types without an order, and values that may not fit, and columns that
 * the table does not have. An entry may have 2704 bytes (a third of a page; manual: B-Tree
 * Indexes).
 */
final class KeyLimits {
  /** Where values have as many bytes on average, some have more than 2704. */
  static final int MAX_AVERAGE_WIDTH = 500;

  private static final Set<String> WITHOUT_ORDER =
      Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");

  private KeyLimits() {}

  /** Whether the server can build and fill an index. */
  static boolean allow(TableFacts facts, CandidateIndex index) {
    return !index.isBtree()
        || index.keys().stream().allMatch(key -> allow(facts, key))
            && index.included().stream().allMatch(column -> fits(facts, column));
  }

  private static boolean allow(TableFacts facts, IndexKey key) {
    return key.expression()
        || facts.table().column(key.text()).isPresent()
            && !WITHOUT_ORDER.contains(facts.type(key.text()))
            && fits(facts, key.text());
  }

  private static boolean fits(TableFacts facts, String column) {
    return facts.column(column).map(ColumnStatistics::averageWidth).orElse(0) <= MAX_AVERAGE_WIDTH;
  }
}
