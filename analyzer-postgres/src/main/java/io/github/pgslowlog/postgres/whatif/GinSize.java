package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;

/**
 * Size of a GIN index: each key once in a tree, with the rows that have it beside it, or in a tree
 * of their own where they are many.
 *
 * <p>Rows are stored as distances from one to the next, in one to six bytes; see <a
 * href="https://github.com/postgres/postgres/blob/master/src/backend/access/gin/ginpostinglist.c">
 * ginpostinglist.c</a>. Which keys there are is told by what ANALYZE knows of elements, or by the
 * sample of values that it keeps; where there is neither, by experience with text.
 */
final class GinSize {
  /** {@code GinMaxItemSize}: longer lists of rows leave the tree of keys for trees of their own. */
  private static final double MAX_INLINE_BYTES = 2700;

  /** Keys are added in order, so that pages are split in halves and stay so. */
  private static final double ENTRY_FILL = 0.5;

  private static final double LIST_FILL = 0.8;

  /** Of a list: the first row and the length. */
  private static final double LIST_HEADER = 8;

  /** Of an entry: the header of an index row and a pointer to it. */
  private static final double ENTRY_HEADER = 12;

  /** Rows of a page, where it is not known. */
  private static final double ROWS_OF_PAGE = 80;

  /** Three letters of some 30, as far as they occur. */
  private static final double TRIGRAMS = 12_000;

  private static final double WORD = 7;
  private static final double TYPICAL_KEY = 12;

  private GinSize() {}

  static IndexSize of(IndexContents index) {
    double rowsOfPage = index.tablePages() > 0 ? index.rows() / index.tablePages() : ROWS_OF_PAGE;
    double entryBytes = 0;
    double listPages = 0;
    double entries = 0;
    for (StoredColumn column : index.keys()) {
      for (GinKeys keys : keys(column, index.rows())) {
        double different = Math.max(1, keys.different());
        double each = Math.max(1, keys.postings() / different);
        double list = LIST_HEADER + (each - 1) * postingBytes(index.rows() / each / rowsOfPage);
        boolean inline = list <= MAX_INLINE_BYTES;
        entryBytes +=
            different * (ENTRY_HEADER + IndexSizeModel.aligned(keys.bytes() + (inline ? list : 0)));
        listPages += inline ? 0 : different * pages(list);
        entries += different;
      }
    }
    double entryPages = Math.ceil(entryBytes / (IndexSizeModel.PAGE_SPACE * ENTRY_FILL));
    double all = 1 + Math.max(1, entryPages) + listPages;
    return new IndexSize(Math.round(all), 0, Math.round(entries), Math.round(entryPages));
  }

  /** Bytes of the distance from one row to the next that is some pages away. */
  private static double postingBytes(double pages) {
    if (pages < 1) {
      return 1 + pages;
    }
    return pages < 8 ? 2 : pages < 1024 ? 3 : 4;
  }

  private static double pages(double list) {
    double leaves = Math.ceil(list / (IndexSizeModel.PAGE_SPACE * LIST_FILL));
    return leaves > 1 ? leaves + 1 : 1;
  }

  private static List<GinKeys> keys(StoredColumn column, double rows) {
    List<GinKeys> sampled =
        column
            .statistics()
            .map(
                known ->
                    switch (column.operatorClass()) {
                      case "gin_trgm_ops" -> SampledKeys.of(known, new TrigramKeys(), rows);
                      case "jsonb_ops" -> SampledKeys.of(known, JsonbKeys.NAMES_AND_VALUES, rows);
                      case "jsonb_path_ops" -> SampledKeys.of(known, JsonbKeys.PATHS, rows);
                      case "array_ops" -> ofArray(column, known, rows);
                      case "tsvector_ops" -> elements(column, known, rows);
                      default -> List.<GinKeys>of();
                    })
            .orElse(List.of());
    if (!sampled.isEmpty()) {
      return sampled;
    }
    double postings = rows * (1 - column.nullFraction()) * keysPerRow(column);
    double different = Math.max(1, Math.min(postings, differentKeys(column, rows)));
    return List.of(new GinKeys(different, postings, TYPICAL_KEY));
  }

  /** By its common elements, unless most are rare. */
  private static List<GinKeys> ofArray(StoredColumn column, ColumnStatistics known, double rows) {
    double common = known.elementFrequencies().stream().mapToDouble(share -> share).sum();
    List<GinKeys> sampled =
        common < keysPerRow(column) / 2
            ? SampledKeys.of(known, new ArrayKeys(), rows)
            : List.<GinKeys>of();
    return sampled.isEmpty() ? elements(column, known, rows) : sampled;
  }

  /** The most common elements by their shares, and what is left of them as different ones. */
  private static List<GinKeys> elements(StoredColumn column, ColumnStatistics known, double rows) {
    List<GinKeys> keys = new ArrayList<>();
    double common = 0;
    double least = 1;
    int count = Math.min(known.commonElements().size(), known.elementFrequencies().size());
    for (int i = 0; i < count; i++) {
      double share = known.elementFrequencies().get(i);
      double bytes = Math.min(TYPICAL_KEY, 1.0 + known.commonElements().get(i).length());
      keys.add(new GinKeys(1, rows * share, bytes));
      common += share;
      least = Math.min(least, share);
    }
    double rest = rows * (keysPerRow(column) - common);
    if (count > 0 && rest > rows * least) {
      keys.add(new GinKeys(rest / Math.max(1, rows * least / 2), rest, TYPICAL_KEY));
    }
    return keys;
  }

  private static double keysPerRow(StoredColumn key) {
    double length =
        key.statistics().map(known -> Math.max(1.0, known.averageWidth() - 1)).orElse(32.0);
    return switch (key.operatorClass()) {
      case "gin_trgm_ops" -> length + length / WORD;
      case "jsonb_ops" -> Math.max(1, length / 9);
      case "jsonb_path_ops" -> Math.max(1, length / 18);
      case "tsvector_ops" -> key.elements().orElse(Math.max(1, length / 11));
      case "array_ops" -> key.elements().orElse(Math.max(1, (length - 20) / 8));
      default -> 1;
    };
  }

  private static double differentKeys(StoredColumn key, double rows) {
    return switch (key.operatorClass()) {
      case "gin_trgm_ops" -> TRIGRAMS;
      case "jsonb_ops", "jsonb_path_ops", "tsvector_ops", "array_ops" ->
          10 * Math.sqrt(key.distinct(rows));
      default -> key.distinct(rows);
    };
  }
}
