package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.SortKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a statement does with one use of a table, the queries around it included; what rules
 * look at where a schema is known.
 *
 * @param facts the table
 * @param equality columns compared for equality with a value, the most used first
 * @param lists columns compared with a list of values
 * @param ranges columns compared with a bound
 * @param joins the columns that equal columns of another table, for each of these tables
 * @param orders the orders that are asked for: ORDER BY, as far as it is on this table
 * @param groupings columns of GROUP BY, DISTINCT and windows
 * @param extremes arguments of {@code min} and {@code max}
 * @param distances columns that rows are sorted by the distance from, of which the first are asked
 *     for
 * @param absent columns that must be NULL
 * @param limited whether only the first rows of an order are asked for
 * @param predicates all conditions on terms of this table that hold for every row
 * @param alternatives for each arm of an OR the conditions of this table
 * @param columns every column that is needed
 * @param tested of these the ones that conditions look at
 * @param constants the values that all statements have in their text
 * @param written whether the statement changes the table, and so needs its rows
 */
record TableScan(
    TableFacts facts,
    List<String> equality,
    List<String> lists,
    List<String> ranges,
    List<List<String>> joins,
    List<List<SortKey>> orders,
    List<List<String>> groupings,
    List<String> extremes,
    List<String> distances,
    List<String> absent,
    boolean limited,
    List<Predicate> predicates,
    List<List<Predicate>> alternatives,
    Set<String> columns,
    Set<String> tested,
    SampleConstants constants,
    boolean written) {

  TableName table() {
    return facts.name();
  }

  /** Columns compared with values or lists. */
  List<String> given() {
    return Stream.concat(equality.stream(), lists.stream()).distinct().toList();
  }

  /** Columns compared with a bound and with nothing else. */
  List<String> bounds() {
    List<String> given = given();
    return ranges.stream().filter(column -> !given.contains(column)).toList();
  }

  /** Tables of two columns join others, and an index on both is no mere copy. */
  private static final int MAX_COPIED = 2;

  /** Whether whole rows are asked for, so that an index with all of it would be a copy. */
  boolean isWholeRow() {
    return columns.size() > MAX_COPIED && columns.size() >= facts.table().columns().size();
  }

  /** Whether an index has every column that is needed. */
  boolean isCoveredBy(CandidateIndex index) {
    return !written
        && columns.stream()
            .allMatch(
                column ->
                    index.included().contains(column)
                        || index.keys().stream()
                            .anyMatch(key -> !key.expression() && key.text().equals(column)));
  }

  /** The same without what is said of a column. */
  TableScan without(String column) {
    return new TableScan(
        facts,
        others(equality, column),
        others(lists, column),
        others(ranges, column),
        joins,
        orders,
        groupings,
        extremes,
        distances,
        others(absent, column),
        limited,
        predicates,
        alternatives,
        columns,
        tested,
        constants,
        written);
  }

  private static List<String> others(List<String> columns, String one) {
    return columns.stream().filter(column -> !column.equals(one)).toList();
  }
}
