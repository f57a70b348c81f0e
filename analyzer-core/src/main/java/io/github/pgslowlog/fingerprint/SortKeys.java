package io.github.pgslowlog.fingerprint;

/**
 * Where a whole number names an output column of the query, and is no value: {@code ORDER BY 2},
 * {@code GROUP BY ROLLUP (1, 2)}, {@code DISTINCT ON (1)}. Behind the ORDER BY of an aggregate or a
 * window it is a value.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/queries-order.html">Sorting Rows</a>.
 * Mutable, for one thread.
 */
final class SortKeys {
  private static final long ROLLUP = EightBytes.of("rollup");
  private static final long CUBE = EightBytes.of("cube");
  private static final long SETS = EightBytes.of("sets");

  /** Whether the keys of ORDER BY or GROUP BY stand here. */
  boolean here;

  private int depth;
  private final boolean[] outside = new boolean[ListFolder.MAX_DEPTH];
  private final boolean[] query = new boolean[ListFolder.MAX_DEPTH];

  void start() {
    depth = 0;
    command();
  }

  /** A command starts at this depth. */
  void command() {
    here = false;
    if (depth < ListFolder.MAX_DEPTH) {
      query[depth] = depth == 0;
    }
  }

  void open(boolean goOn) {
    if (depth < ListFolder.MAX_DEPTH) {
      outside[depth] = here;
    }
    depth++;
    command();
    here = goOn && depth < ListFolder.MAX_DEPTH;
  }

  void close() {
    boolean inside = depth > 0;
    depth = Math.max(0, depth - 1);
    here = inside && depth < ListFolder.MAX_DEPTH && outside[depth];
  }

  /**
   * A key word at this depth.
   *
   * @param before the key word before it
   */
  void keyword(Keyword keyword, Keyword before) {
    if (keyword == Keyword.BY) {
      here = before == Keyword.GROUP || before == Keyword.ORDER && isQuery();
    } else if (keyword == Keyword.SELECT || keyword.endsSortList()) {
      here = false;
      if (depth < ListFolder.MAX_DEPTH) {
        query[depth] = true;
      }
    }
  }

  private boolean isQuery() {
    return depth < ListFolder.MAX_DEPTH && query[depth];
  }

  /** Whether keys within parentheses behind a word are those of the query. */
  static boolean goOnBehind(long word) {
    return word == ROLLUP || word == CUBE || word == SETS;
  }
}
