package io.github.pgslowlog.resolve;

import io.github.pgslowlog.sample.ConstantCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects a {@link QueryBlock} while its tree is walked. */
final class BlockAccumulator {
  private final List<TableRef> tables = new ArrayList<>();
  private final List<Predicate> predicates = new ArrayList<>();
  private final List<JoinPredicate> joins = new ArrayList<>();
  private final List<ColumnRef> groupBy = new ArrayList<>();
  private final List<SortKey> orderBy = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<ColumnUse> uses = new ArrayList<>();
  private boolean groupByComplete = true;
  private boolean orderByComplete = true;
  private boolean limited;

  void table(TableRef table) {
    tables.add(table);
  }

  void use(ColumnRef column, Role role) {
    uses.add(ColumnUse.of(column, role));
  }

  void use(ColumnUse use) {
    uses.add(use);
  }

  void predicate(Predicate predicate) {
    predicates.add(predicate);
  }

  void join(JoinPredicate join) {
    joins.add(join);
  }

  void condition(Condition condition) {
    conditions.add(condition);
  }

  void join(ColumnRef left, ColumnRef right, boolean conjunctive) {
    uses.add(new ColumnUse(left, Role.JOIN, Optional.empty(), Optional.of(right)));
    uses.add(new ColumnUse(right, Role.JOIN, Optional.empty(), Optional.of(left)));
    if (conjunctive) {
      joins.add(new JoinPredicate(left, right));
    }
  }

  void groupBy(Optional<ColumnRef> column) {
    groupByComplete &= column.isPresent();
    column.ifPresent(
        known -> {
          groupBy.add(known);
          use(known, Role.GROUP_BY);
        });
  }

  void orderBy(Optional<SortKey> key) {
    orderByComplete &= key.isPresent();
    key.ifPresent(
        known -> {
          orderBy.add(known);
          known.term().columns().forEach(column -> use(column, Role.ORDER_BY));
        });
  }

  void limit() {
    limited = true;
  }

  QueryBlock toBlock() {
    return new QueryBlock(
        tables,
        conditions.isEmpty() ? Condition.always() : Conditions.all(conditions),
        predicates,
        joins,
        groupByComplete ? groupBy.stream().<Term>map(Term.Column::new).toList() : List.of(),
        orderByComplete ? orderBy : List.of(),
        new RowLimit(limited, false, ConstantCounts.NONE),
        uses);
  }
}
