package io.github.pgslowlog.postgres.whatif;

import java.util.regex.Pattern;

/**
 * Searches of a B-tree by a later key alone, for each value of the first one.
 *
 * <p>The planner takes them for cheap since version 18 (<a
 * href="https://www.postgresql.org/docs/18/release-18.html">release notes</a>): an index on {@code
 * (status, created_at)} answers {@code created_at > $1}. Before, all of the index is read.
 */
final class SkipScan {
  /** The first version that can. */
  static final int FIRST_VERSION = 18;

  private SkipScan() {}

  /**
   * Whether a search is one.
   *
   * @param index the index
   * @param condition Index Cond of EXPLAIN, empty if all of the index is read
   */
  static boolean is(Relation index, String condition) {
    return !condition.isEmpty()
        && index.method().equals("btree")
        && !index.firstKey().isEmpty()
        && !hasOnTheLeft(index.firstKey(), condition);
  }

  /**
   * EXPLAIN prints the key on the left side, with the name of its table where there are several.
   */
  private static boolean hasOnTheLeft(String key, String condition) {
    String table = "(?:(?:[\\w$]+|\"(?:[^\"]|\"\")+\")\\.)?";
    return Pattern.compile("\\(" + table + Pattern.quote(key) + "[ )]").matcher(condition).find();
  }
}
