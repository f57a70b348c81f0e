package io.github.pgslowlog.workload;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Evidence;
import io.github.pgslowlog.resolve.JoinPredicate;
import io.github.pgslowlog.resolve.LikeForm;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.RowLimit;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.List;

/** Shapes put together by hand. */
final class Blocks {
  static final TableName ORDERS = new TableName("", "orders");
  static final TableName LINES = new TableName("", "lines");
  static final TableRef O = new TableRef(ORDERS, "o", 0);
  static final TableRef L = new TableRef(LINES, "l", 1);

  private Condition condition = Condition.always();
  private final List<Predicate> predicates = new ArrayList<>();
  private final List<JoinPredicate> joins = new ArrayList<>();
  private final List<Term> groupBy = new ArrayList<>();
  private final List<SortKey> orderBy = new ArrayList<>();
  private final List<ColumnUse> uses = new ArrayList<>();

  static ColumnRef column(TableRef table, String name) {
    return new ColumnRef.Resolved(table, name, Evidence.STATEMENT);
  }

  static Term term(TableRef table, String name) {
    return new Term.Column(column(table, name));
  }

  static Term.Computed lower(TableRef table, String name) {
    return new Term.Computed(
        "lower(" + name + ")", List.of(column(table, name)), List.of(), Sargability.FUNCTION);
  }

  static Predicate test(Term term, Role role, String operator) {
    Sargability sargability =
        term instanceof Term.Computed computed ? computed.cause() : Sargability.SARGABLE;
    return new Predicate(
        term, role, operator, Comparand.none(), sargability, LikeForm.UNKNOWN, List.of());
  }

  static Predicate equal(TableRef table, String column) {
    return test(term(table, column), Role.EQUALITY, "=");
  }

  static Condition is(Predicate predicate) {
    return new Condition.Test(predicate);
  }

  static Condition all(Condition... conditions) {
    return new Condition.AllOf(List.of(conditions));
  }

  static Condition any(Condition... conditions) {
    return new Condition.AnyOf(List.of(conditions));
  }

  Blocks where(Condition where) {
    condition = where;
    return this;
  }

  Blocks always(Predicate... tests) {
    predicates.addAll(List.of(tests));
    return this;
  }

  Blocks join(ColumnRef left, ColumnRef right) {
    joins.add(new JoinPredicate(left, right));
    return this;
  }

  Blocks groupBy(Term term) {
    groupBy.add(term);
    return this;
  }

  Blocks orderBy(Term term, boolean descending) {
    orderBy.add(new SortKey(term, descending, SortKey.Nulls.DEFAULT));
    return this;
  }

  Blocks use(ColumnUse use) {
    uses.add(use);
    return this;
  }

  QueryShape shape() {
    QueryBlock block =
        new QueryBlock(
            List.of(O, L),
            condition,
            predicates,
            joins,
            groupBy,
            orderBy,
            RowLimit.NONE,
            uses,
            uses.stream().map(ColumnUse::column).toList());
    return new QueryShape(StatementType.SELECT, List.of(block), List.of(), true);
  }
}
