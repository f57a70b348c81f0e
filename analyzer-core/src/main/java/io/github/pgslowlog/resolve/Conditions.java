package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Builds conditions and takes them apart. */
final class Conditions {
  private Conditions() {}

  /** An equality of columns of the same row. */
  static Predicate equality(JoinPredicate join) {
    return new Predicate(
        new Term.Column(join.left()),
        Role.EQUALITY,
        "=",
        new Comparand.Columns(new Term.Column(join.right())),
        Sargability.ROW_DEPENDENT,
        LikeForm.UNKNOWN,
        List.of());
  }

  /** AND: without an AND inside it, and no AND of one. */
  static Condition all(List<Condition> conditions) {
    List<Condition> flat = new ArrayList<>();
    for (Condition condition : conditions) {
      flat.addAll(condition instanceof Condition.AllOf and ? and.conditions() : List.of(condition));
    }
    return flat.size() == 1 ? flat.get(0) : new Condition.AllOf(flat);
  }

  /** OR: without an OR inside it, and no OR of one. */
  static Condition any(List<Condition> conditions) {
    List<Condition> flat = new ArrayList<>();
    for (Condition condition : conditions) {
      flat.addAll(condition instanceof Condition.AnyOf or ? or.conditions() : List.of(condition));
    }
    return flat.size() == 1 ? flat.get(0) : new Condition.AnyOf(flat);
  }

  /** NOT: what no index finds any more. */
  static Condition not(Condition condition) {
    return condition instanceof Condition.Not not
        ? not.condition()
        : new Condition.Not(map(condition, p -> p.because(Sargability.NEGATION)));
  }

  /** Changes every predicate of a condition. */
  static Condition map(Condition condition, UnaryOperator<Predicate> change) {
    if (condition instanceof Condition.AllOf and) {
      return new Condition.AllOf(map(and.conditions(), change));
    }
    if (condition instanceof Condition.AnyOf or) {
      return new Condition.AnyOf(map(or.conditions(), change));
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(map(not.condition(), change));
    }
    if (condition instanceof Condition.Test test) {
      return new Condition.Test(change.apply(test.predicate()));
    }
    if (condition instanceof Condition.RowComparison rows) {
      return new Condition.RowComparison(rows.keys().stream().map(change).toList());
    }
    return condition;
  }

  private static List<Condition> map(List<Condition> conditions, UnaryOperator<Predicate> change) {
    return conditions.stream().map(condition -> map(condition, change)).toList();
  }

  /** What must hold together: the operands of AND, or the condition alone. */
  static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.AllOf and ? and.conditions() : List.of(condition);
  }

  /** The predicates that follow from a condition by itself. */
  static Stream<Predicate> implied(Condition condition) {
    if (condition instanceof Condition.Test test) {
      return Stream.of(test.predicate());
    }
    return condition instanceof Condition.RowComparison rows
        ? Stream.of(firstBound(rows.keys().get(0)))
        : Stream.empty();
  }

  /** {@code (a, b) > ($1, $2)} implies {@code a >= $1}. */
  private static Predicate firstBound(Predicate first) {
    return first.operator().endsWith("=") ? first : first.withOperator(first.operator() + "=");
  }
}
