package io.github.pgslowlog.postgres.whatif;

/**
 * Tells how large an index would be, from what is known of its columns.
 *
 * <table>
 * <caption>How good it is, against indexes of some million rows</caption>
 * <tr><td>B-tree</td><td>within 5 %; 15 % where the number of different values is misjudged</td></tr>
 * <tr><td>hash</td><td>15 % too small where values are skewed</td></tr>
 * <tr><td>BRIN</td><td>exact to some pages</td></tr>
 * <tr><td>GIN</td><td>within 50 % for the most part, where statistics have values or elements</td></tr>
 * <tr><td>GiST</td><td>the order of magnitude</td></tr>
 * </table>
 */
final class IndexSizeModel {
  /** What a page has for entries: 8192 less the header and the area of the access method. */
  static final int PAGE_SPACE = 8152;

  private static final int RANGE_PAGES = 128;
  private static final int RANGES_OF_MAP_PAGE = 1360;
  private static final double GIST_FILL = 0.7;

  private IndexSizeModel() {}

  static IndexSize size(IndexContents index) {
    return switch (index.method()) {
      case "hash" -> hash(index.rows());
      case "brin" -> brin(index);
      case "gin" -> GinSize.of(index);
      case "gist", "spgist" -> gist(index);
      default -> BtreeSize.of(index);
    };
  }

  /** Bytes rounded up to a multiple of 8, MAXALIGN. */
  static double aligned(double bytes) {
    return Math.ceil(bytes / 8) * 8;
  }

  /**
   * Buckets grow in quarters of powers of two; see {@code _hash_init_metabuffer()} and {@code
   * _hash_spareindex()}. An entry has 16 bytes and a pointer, a page is to be three quarters full.
   */
  private static IndexSize hash(double rows) {
    double wanted = Math.max(2, Math.ceil(rows / 307));
    double power = 2;
    while (power * 2 < wanted) {
      power *= 2;
    }
    double buckets = power;
    double step = power < 512 ? power : power / 4;
    while (buckets < wanted) {
      buckets += step;
    }
    return new IndexSize(buckets + 2);
  }

  private static IndexSize brin(IndexContents index) {
    double ranges = Math.ceil(index.tablePages() / (double) RANGE_PAGES);
    double width = index.keys().stream().mapToDouble(key -> 2 * key.width()).sum();
    double entry = aligned(8 + width) + 4;
    return new IndexSize(
        1
            + Math.max(1, Math.ceil(ranges / RANGES_OF_MAP_PAGE))
            + Math.max(1, Math.ceil(ranges * entry / PAGE_SPACE)));
  }

  private static IndexSize gist(IndexContents index) {
    double width = index.keys().stream().mapToDouble(StoredColumn::width).sum();
    double entry = aligned(8 + width) + 4;
    return new IndexSize(index.rows() * entry / (PAGE_SPACE * GIST_FILL) + 1);
  }
}
