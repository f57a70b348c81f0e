package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions that are no AND, OR or NOT. What is below a NOT is turned into its negation
 * where the operator has one, as PostgreSQL's planner does.
 */
final class TestReader {
  private static final Expression NOTHING = new Expression.Row(List.of());
  private static final Set<String> NULL_TESTS = Set.of("NULL", "UNKNOWN");
  private static final Set<String> BOOLEAN_TESTS = Set.of("TRUE", "FALSE");

  private final PredicateReader predicates;
  private final Comparisons comparisons;
  private final Sets sets;

  TestReader(PredicateReader predicates, BlockAccumulator block) {
    this.predicates = predicates;
    this.comparisons = new Comparisons(predicates, block);
    this.sets = new Sets(predicates, comparisons, block);
  }

  /** Reads a condition, and tells of its columns. */
  Condition read(Expression condition, boolean negated) {
    if (condition instanceof Expression.Operation operation) {
      return operation(operation, negated);
    }
    if (condition instanceof Expression.Like like) {
      String word = like.negated() ? "NOT " + like.word() : like.word();
      return compare(like.operand(), word, like.pattern(), negated);
    }
    if (condition instanceof Expression.In in) {
      return sets.in(in.operand(), in.set(), in.negated() != negated);
    }
    if (condition instanceof Expression.Between between) {
      return between(between, between.negated() != negated);
    }
    if (condition instanceof Expression.Is is) {
      return is(is, is.negated() != negated);
    }
    if (condition instanceof Expression.Quantified quantified) {
      return quantified(quantified, negated);
    }
    return alone(condition, negated);
  }

  private static Condition negatedIf(boolean negated, Condition condition) {
    return negated ? Conditions.not(condition) : condition;
  }

  /** Reads with the negation of an operator, or around the operator if it has none. */
  private static Condition negatable(
      OperatorClass operator, boolean negated, Function<OperatorClass, Condition> reading) {
    return negated && operator.isNegatable()
        ? reading.apply(operator.negated())
        : negatedIf(negated, reading.apply(operator));
  }

  // --- operators

  private Condition operation(Expression.Operation operation, boolean negated) {
    if (operation.left().isEmpty() || operation.operator().equals("OVERLAPS")) {
      return negatedIf(negated, predicates.opaque(operation));
    }
    return compare(operation.left().get(), operation.operator(), operation.right(), negated);
  }

  private Condition compare(Expression left, String operator, Expression right, boolean negated) {
    return negatable(
        OperatorClass.of(operator), negated, with -> comparisons.compare(left, with, right));
  }

  private Condition quantified(Expression.Quantified quantified, boolean negated) {
    OperatorClass operator = OperatorClass.of(quantified.operator());
    boolean turned = negated && operator.isNegatable();
    return negatable(
        operator,
        negated,
        with ->
            sets.quantified(
                quantified.operand(), with, quantified.all() != turned, quantified.set()));
  }

  /** {@code a BETWEEN $1 AND $2} is one range; with columns for bounds, two comparisons. */
  private Condition between(Expression.Between between, boolean negated) {
    Expression bounds = new Expression.Row(List.of(between.low(), between.high()));
    boolean range = predicates.isSubject(between.operand()) && !ColumnFinder.hasColumns(bounds);
    if (range) {
      return test(
          between.operand(),
          negated
              ? operator("NOT BETWEEN", Role.RANGE, Sargability.NEGATION)
              : operator("BETWEEN", Role.RANGE, Sargability.SARGABLE),
          bounds);
    }
    Condition low = compare(between.operand(), ">=", between.low(), negated);
    Condition high = compare(between.operand(), "<=", between.high(), negated);
    return negated ? Conditions.any(List.of(low, high)) : Conditions.all(List.of(low, high));
  }

  // --- IS, and columns alone

  private Condition is(Expression.Is is, boolean negated) {
    if (NULL_TESTS.contains(is.test())) {
      return isNull(is.operand(), negated);
    }
    String written = (negated ? "IS NOT " : "IS ") + is.test();
    boolean bool = BOOLEAN_TESTS.contains(is.test());
    Sargability index =
        negated ? Sargability.NEGATION : bool ? Sargability.SARGABLE : Sargability.NOT_INDEXABLE;
    return test(
        is.operand(), operator(written, bool ? Role.EQUALITY : Role.EXPRESSION, index), null);
  }

  private Condition isNull(Expression operand, boolean negated) {
    if (operand instanceof Expression.Row row) {
      return Conditions.all(
          row.elements().stream().map(element -> isNull(element, negated)).toList());
    }
    return test(
        operand,
        negated
            ? operator("IS NOT NULL", Role.IS_NOT_NULL, Sargability.SARGABLE)
            : operator("IS NULL", Role.IS_NULL, Sargability.SARGABLE),
        null);
  }

  private Condition alone(Expression condition, boolean negated) {
    if (condition instanceof Expression.Call call
        && call.name().equals("starts_with")
        && call.arguments().size() == 2) {
      return compare(call.arguments().get(0), "^@", call.arguments().get(1), negated);
    }
    boolean bool =
        condition instanceof Expression.ColumnName
            || condition instanceof Expression.Cast
            || condition instanceof Expression.Subscript
            || condition instanceof Expression.Field;
    return bool
        ? test(condition, operator(negated ? "NOT" : "", Role.EQUALITY, Sargability.SARGABLE), null)
        : negatedIf(negated, predicates.opaque(condition));
  }

  private static OperatorClass operator(String written, Role role, Sargability index) {
    return new OperatorClass(written, role, index, "", "");
  }

  private Condition test(Expression operand, OperatorClass operator, @Nullable Expression value) {
    if (!predicates.isSubject(operand)) {
      return predicates.opaque(operand);
    }
    predicates.subject(operand, operator.role());
    Dependence dependence = value == null ? Dependence.NONE : predicates.value(value);
    return new Condition.Test(
        predicates.read(operand, operator, value == null ? NOTHING : value, dependence));
  }
}
