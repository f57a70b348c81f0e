package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.Optional;

/**
 * A key of an index that is an expression.
 *
 * @param index the index
 * @param column how the index calls it
 * @param expression as {@code pg_get_indexdef} prints it
 * @param base the only column in it; empty if there are several or none
 */
record ExpressionKey(Relation index, String column, String expression, Optional<Base> base) {
  /**
   * A column of the table.
   *
   * @param name its name
   * @param type its type as SQL text
   * @param category {@code typcategory} of its type
   * @param statistics what is known of its values
   */
  record Base(String name, String type, char category, ColumnStatistics statistics) {}
}
