package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;

/**
 * Size of a GIN index: some two bytes for each key of each row, and the keys themselves once.
 *
 * <p>How many keys a row has follows from the operator class; how many different ones there are,
 * where statistics do not tell, from experience with text.
 */
final class GinSize {
  private static final double BYTES_PER_POSTING = 2.1;

  /** Longer lists of rows leave the tree of keys for trees of their own. */
  private static final double MAX_INLINE_BYTES = 1300;

  private static final double ENTRY_BYTES = 28;
  private static final double ENTRY_FILL = 0.7;

  /** Three letters of some 30, as far as they occur. */
  private static final double TRIGRAMS = 12_000;

  private static final double WORD = 7;

  private GinSize() {}

  static IndexSize of(IndexContents index) {
    double bytes = 0;
    double entries = 0;
    double inline = 0;
    for (StoredColumn key : index.keys()) {
      double postings = index.rows() * (1 - key.nullFraction()) * keysPerRow(key);
      double different = Math.max(1, Math.min(postings, differentKeys(key, index.rows())));
      double list = BYTES_PER_POSTING * postings / different;
      inline += different * (ENTRY_BYTES + (list > MAX_INLINE_BYTES ? 0 : list));
      bytes += BYTES_PER_POSTING * postings + different * ENTRY_BYTES;
      entries += different;
    }
    double entryPages = Math.ceil(inline / (IndexSizeModel.PAGE_SPACE * ENTRY_FILL));
    double pages = Math.max(entryPages + 1, bytes / IndexSizeModel.PAGE_SPACE + 2);
    return new IndexSize(Math.round(pages), 0, Math.round(entries), Math.round(entryPages));
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
      case "jsonb_ops", "jsonb_path_ops" -> 10 * Math.sqrt(key.distinct(rows));
      case "tsvector_ops", "array_ops" ->
          key.statistics()
              .map(ColumnStatistics::commonElements)
              .filter(elements -> !elements.isEmpty())
              .map(elements -> (double) elements.size())
              .orElse(Math.sqrt(rows));
      default -> key.distinct(rows);
    };
  }
}
