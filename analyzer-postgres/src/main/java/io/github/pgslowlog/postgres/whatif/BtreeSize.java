package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Size and height of a freshly built B-tree.
 *
 * <p>An entry has 8 bytes, 16 if a key is NULL, and its values, each aligned, and 4 bytes that
 * point to it. Equal keys are stored once with 6 bytes for each row, up to 812 bytes, if the types
 * allow it. Leaves are filled to 90 %, pages above them to 70 %.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/18/btree.html#BTREE-DEDUPLICATION">B-Tree
 * Deduplication</a>; {@code nbtsort.c}, {@code itup.h}.
 */
final class BtreeSize {
  private static final double LEAF_SPACE = IndexSizeModel.PAGE_SPACE * 0.9;
  private static final double INNER_SPACE = IndexSizeModel.PAGE_SPACE * 0.7;
  private static final int POINTER = 4;
  private static final int ROW_POINTER = 6;
  private static final int MAX_POSTING = 812;
  private static final int HEADER = 8;
  private static final int HEADER_WITH_NULLS = 16;

  private BtreeSize() {}

  static IndexSize of(IndexContents index) {
    List<StoredColumn> all = new ArrayList<>(index.keys());
    all.addAll(index.included());
    double entry = entryBytes(all);
    double key = entryBytes(index.keys());
    boolean deduplicates = index.deduplicates() && index.included().isEmpty();
    double bytes = deduplicates ? deduplicated(index, entry) : index.rows() * (entry + POINTER);
    double leaves = Math.ceil(bytes / (LEAF_SPACE - key - POINTER));
    return tree(Math.max(0, leaves), key);
  }

  /** The tree above so many leaves, with its first page. */
  private static IndexSize tree(double leaves, double key) {
    double pages = leaves + 1;
    int level = 0;
    for (double above = leaves; above > 1; level++) {
      above = Math.ceil(above / fanOut(key));
      pages += above;
    }
    return new IndexSize((long) pages, level, 0, 0);
  }

  /** The height of a tree of so many pages. */
  static int level(long pages, List<StoredColumn> keys) {
    double key = entryBytes(keys);
    return tree(Math.max(1, (pages - 1) * (1 - 1 / fanOut(key))), key).level();
  }

  private static double fanOut(double key) {
    return Math.max(2, Math.floor(INNER_SPACE / (key + POINTER)));
  }

  /** Mean bytes of an entry with its header. */
  static double entryBytes(List<StoredColumn> columns) {
    double allPresent =
        columns.stream().mapToDouble(c -> 1 - c.nullFraction()).reduce(1, (a, b) -> a * b);
    double present = present(columns);
    if (allPresent >= 1) {
      return present;
    }
    double widths = columns.stream().mapToDouble(StoredColumn::width).sum();
    double stored = columns.stream().mapToDouble(c -> (1 - c.nullFraction()) * c.width()).sum();
    double besideNulls = Math.max(0, stored - allPresent * widths) / (1 - allPresent);
    double some = IndexSizeModel.aligned(HEADER_WITH_NULLS + besideNulls);
    return allPresent * present + (1 - allPresent) * some;
  }

  /** Bytes of an entry without NULLs; where text varies in length, the mean of its lengths. */
  private static double present(List<StoredColumn> columns) {
    double end = HEADER;
    for (StoredColumn column : columns) {
      int alignment = column.actualAlignment();
      end = Math.ceil(end / alignment) * alignment + column.width();
    }
    double total = end;
    return columns.stream()
        .filter(column -> column.text() && column.length() < 0)
        .findFirst()
        .flatMap(column -> varying(column, total))
        .orElse(IndexSizeModel.aligned(total));
  }

  private static Optional<Double> varying(StoredColumn column, double total) {
    List<String> values = column.statistics().map(BtreeSize::values).orElse(List.of());
    if (values.size() < 10) {
      return Optional.empty();
    }
    double mean = values.stream().mapToInt(String::length).average().orElse(0);
    return Optional.of(
        values.stream()
            .mapToDouble(value -> IndexSizeModel.aligned(Math.rint(total + value.length() - mean)))
            .average()
            .orElse(total));
  }

  private static List<String> values(ColumnStatistics statistics) {
    return statistics.histogram().isEmpty() ? statistics.commonValues() : statistics.histogram();
  }

  /** Bytes of all entries; the most common values of a single key are counted one by one. */
  private static double deduplicated(IndexContents index, double entry) {
    double rows = index.rows();
    double different = distinct(index.keys(), rows);
    double bytes = 0;
    if (index.keys().size() == 1) {
      List<Double> common =
          index
              .keys()
              .get(0)
              .statistics()
              .map(ColumnStatistics::commonFrequencies)
              .orElse(List.of());
      double counted = 0;
      for (double share : common) {
        bytes += share * rows * bytesPerRow(share * rows, entry);
        counted += share * rows;
      }
      rows = Math.max(0, rows - counted);
      different = Math.max(1, different - common.size());
    }
    return bytes + rows * bytesPerRow(rows / different, entry);
  }

  /** Bytes for each of some rows with the same key; between one and two in proportion. */
  private static double bytesPerRow(double equal, double entry) {
    double single = entry + POINTER;
    if (equal < 1) {
      return single;
    }
    double most = Math.max(2, Math.floor((MAX_POSTING - entry) / ROW_POINTER));
    double together = Math.max(2, Math.min(equal, most));
    double shared = (IndexSizeModel.aligned(entry + ROW_POINTER * together) + POINTER) / together;
    return Math.min(single, equal >= 2 ? shared : single + (shared - single) * (equal - 1));
  }

  /**
   * Number of different keys. Values of several columns are taken to be independent: of so many
   * combinations so many occur.
   */
  static double distinct(List<StoredColumn> keys, double rows) {
    double combinations = 1;
    for (StoredColumn key : keys) {
      combinations *= key.distinct(rows);
    }
    if (keys.size() == 1 || rows < 1) {
      return Math.max(1, Math.min(rows, combinations));
    }
    boolean unique = keys.stream().anyMatch(key -> key.distinct(rows) > 0.95 * rows);
    return unique ? rows : Math.max(1, combinations * -Math.expm1(-rows / combinations));
  }
}
