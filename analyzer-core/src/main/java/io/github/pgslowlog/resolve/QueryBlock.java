package io.github.pgslowlog.resolve;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One SELECT (or UPDATE, DELETE) of a statement, sub-selects being blocks of their own.
 *
 * @param tables the tables in FROM
 * @param condition WHERE, and ON of joins, as a tree
 * @param predicates conditions on one term that hold for every row: those of the tree that stand
 *     alone or under AND; sargable or not
 * @param joins equalities between columns that hold for every row
 * @param groupBy GROUP BY
 * @param orderBy ORDER BY
 * @param limit LIMIT and OFFSET
 * @param uses every column in every role, predicates and joins included
 * @param read every column whose values the query needs, once: those in a role, and those that are
 *     only computed with; a column that a sub-select in FROM gives and nobody asks for is not
 *     needed
 */
public record QueryBlock(
    List<TableRef> tables,
    Condition condition,
    List<Predicate> predicates,
    List<JoinPredicate> joins,
    List<Term> groupBy,
    List<SortKey> orderBy,
    RowLimit limit,
    List<ColumnUse> uses,
    List<ColumnRef> read) {
  /** Copies the lists. */
  public QueryBlock {
    tables = List.copyOf(tables);
    predicates = List.copyOf(predicates);
    joins = List.copyOf(joins);
    groupBy = List.copyOf(groupBy);
    orderBy = List.copyOf(orderBy);
    uses = List.copyOf(uses);
    read = List.copyOf(read);
  }

  QueryBlock withColumns(UnaryOperator<ColumnRef> change) {
    return new QueryBlock(
        tables,
        condition.withColumns(change),
        predicates.stream().map(predicate -> predicate.withColumns(change)).toList(),
        joins.stream()
            .map(join -> join.withColumns(change))
            .filter(join -> !join.isWithinTable())
            .toList(),
        groupBy.stream().map(term -> term.withColumns(change)).toList(),
        orderBy.stream().map(key -> key.withColumns(change)).toList(),
        limit,
        uses.stream().map(use -> use.withColumns(change)).toList(),
        read.stream().map(change).distinct().toList());
  }
}
