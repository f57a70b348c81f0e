package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code left operator right}, of columns, values and rows. */
final class Comparisons {
  private final PredicateReader predicates;
  private final BlockAccumulator block;

  Comparisons(PredicateReader predicates, BlockAccumulator block) {
    this.predicates = predicates;
    this.block = block;
  }

  /** Reads a comparison, and tells of its columns. */
  Condition compare(Expression left, OperatorClass operator, Expression right) {
    if (left instanceof Expression.Row one && right instanceof Expression.Row other) {
      return rows(one.elements(), operator, other.elements());
    }
    if (left instanceof Expression.Row row && right instanceof Expression.Subquery) {
      return rowAndQuery(row.elements(), operator, right);
    }
    Optional<Condition> distance = distance(left, operator, right);
    return distance.orElseGet(() -> terms(left, operator, right));
  }

  // --- two terms, or a term and a value

  private Condition terms(Expression left, OperatorClass operator, Expression right) {
    boolean leftIsSubject = predicates.isSubject(left);
    boolean rightIsSubject = predicates.isSubject(right) && operator.isCommutable();
    if (leftIsSubject && rightIsSubject) {
      return twoTerms(left, operator, right);
    }
    if (leftIsSubject) {
      predicates.subject(left, operator.role());
      Dependence dependence = predicates.value(right);
      return new Condition.Test(predicates.read(left, operator, right, dependence));
    }
    if (rightIsSubject) {
      return terms(right, operator.commuted(), left);
    }
    return predicates.opaque(new Expression.Row(List.of(left, right)));
  }

  private Condition twoTerms(Expression left, OperatorClass operator, Expression right) {
    Optional<ColumnRef> one = predicates.column(left);
    Optional<ColumnRef> other = predicates.column(right);
    if (operator.operator().equals("=")
        && one.isPresent()
        && other.isPresent()
        && !Dependence.sameTable(one.get(), other.get())) {
      return joined(one.get(), other.get());
    }
    Dependence onLeft = predicates.dependence(left);
    Dependence onRight = predicates.dependence(right);
    predicates.subject(left, operator.role());
    predicates.subject(right, operator.role());
    Predicate first = predicates.read(left, operator, right, onRight);
    if (first.sargability() == Sargability.ROW_DEPENDENT) {
      return new Condition.Test(first);
    }
    Predicate second = predicates.read(right, operator.commuted(), left, onLeft);
    return Conditions.all(List.of(new Condition.Test(first), new Condition.Test(second)));
  }

  private Condition joined(ColumnRef left, ColumnRef right) {
    block.joinUses(left, right);
    return new Condition.Joined(new JoinPredicate(left, right));
  }

  // --- distances

  /** {@code place <-> $1 < $2}: a condition on the column, not on what is computed of it. */
  private Optional<Condition> distance(Expression left, OperatorClass operator, Expression right) {
    if (operator.role() != Role.RANGE) {
      return Optional.empty();
    }
    if (left instanceof Expression.Operation measure && measure.left().isPresent()) {
      return distance(measure, measure.left().get(), right);
    }
    return right instanceof Expression.Operation
            && operator.isCommutable()
            && !(left instanceof Expression.Operation)
        ? distance(right, operator.commuted(), left)
        : Optional.empty();
  }

  private Optional<Condition> distance(
      Expression.Operation measure, Expression first, Expression bound) {
    OperatorClass operator = OperatorClass.of(measure.operator());
    boolean swapped = predicates.column(first).isEmpty();
    Expression place = swapped ? measure.right() : first;
    Expression from = swapped ? first : measure.right();
    boolean applies =
        operator.isDistance()
            && predicates.column(place).isPresent()
            && !ColumnFinder.hasColumns(from)
            && !ColumnFinder.hasColumns(bound);
    if (!applies) {
      return Optional.empty();
    }
    predicates.subject(measure, Role.DISTANCE);
    predicates.value(bound);
    Expression values = new Expression.Row(List.of(from, bound));
    return Optional.of(
        new Condition.Test(predicates.read(place, operator, values, Dependence.NONE)));
  }

  // --- rows

  private Condition rows(List<Expression> left, OperatorClass operator, List<Expression> right) {
    if (left.size() != right.size() || left.isEmpty()) {
      return predicates.opaque(
          new Expression.Row(List.of(new Expression.Row(left), new Expression.Row(right))));
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      conditions.add(compare(left.get(i), operator, right.get(i)));
    }
    return switch (operator.role()) {
      case EQUALITY -> Conditions.all(conditions);
      case NOT_EQUAL -> Conditions.any(conditions);
      default -> inOrder(conditions);
    };
  }

  /**
   * The terms up to the first place where no term is compared. If no index serves the first, none
   * serves the others.
   */
  private static Condition inOrder(List<Condition> conditions) {
    List<Predicate> keys = new ArrayList<>();
    for (Condition condition : conditions) {
      Optional<Predicate> key =
          Conditions.conjuncts(condition).stream().flatMap(Conditions::implied).findFirst();
      if (key.isEmpty()) {
        break;
      }
      Sargability first = keys.isEmpty() ? key.get().sargability() : keys.get(0).sargability();
      keys.add(key.get().because(first));
    }
    return keys.isEmpty() ? new Condition.Opaque(List.of()) : new Condition.RowComparison(keys);
  }

  /** {@code (a, b) = (SELECT ...)}. */
  private Condition rowAndQuery(List<Expression> row, OperatorClass operator, Expression query) {
    row.forEach(element -> predicates.subject(element, operator.role()));
    Dependence dependence = predicates.value(query);
    List<Condition> conditions = new ArrayList<>();
    for (Expression element : row) {
      if (predicates.isSubject(element)) {
        conditions.add(new Condition.Test(predicates.read(element, operator, query, dependence)));
      }
    }
    return operator.role() == Role.NOT_EQUAL
        ? Conditions.any(conditions)
        : Conditions.all(conditions);
  }
}
