package io.github.pgslowlog.resolve;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One SELECT (or UPDATE, DELETE) of a statement, sub-selects being blocks of their own.
 *
 * @param tables the tables in FROM
 * @param predicates conditions on one column that hold for every row
 * @param joins equalities between columns that hold for every row
 * @param groupBy GROUP BY, empty if one of its elements is no column
 * @param orderBy ORDER BY, empty if one of its elements is no column
 * @param limited whether only the first rows are asked for
 * @param uses every column in every role, predicates and joins included
 */
public record QueryBlock(
    List<TableRef> tables,
    List<Predicate> predicates,
    List<JoinPredicate> joins,
    List<ColumnRef> groupBy,
    List<SortKey> orderBy,
    boolean limited,
    List<ColumnUse> uses) {
  /** Copies the lists. */
  public QueryBlock {
    tables = List.copyOf(tables);
    predicates = List.copyOf(predicates);
    joins = List.copyOf(joins);
    groupBy = List.copyOf(groupBy);
    orderBy = List.copyOf(orderBy);
    uses = List.copyOf(uses);
  }

  QueryBlock withColumns(UnaryOperator<ColumnRef> change) {
    return new QueryBlock(
        tables,
        predicates.stream().map(p -> new Predicate(change.apply(p.column()), p.role())).toList(),
        joins.stream()
            .map(j -> new JoinPredicate(change.apply(j.left()), change.apply(j.right())))
            .toList(),
        groupBy.stream().map(change).toList(),
        orderBy.stream()
            .map(k -> new SortKey(change.apply(k.column()), k.descending(), k.nulls()))
            .toList(),
        limited,
        uses.stream().map(u -> new ColumnUse(change.apply(u.column()), u.role())).toList());
  }
}
