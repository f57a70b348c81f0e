package io.github.pgslowlog.resolve;

import io.github.pgslowlog.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes WHERE and ON apart into conditions on terms.
 *
 * <p>NOT is pushed down to the conditions as PostgreSQL's planner does, and what all arms of an OR
 * have in common is taken out of it. A condition is conjunctive if every row must satisfy it; then
 * the block is told of it, else of its columns only.
 */
final class ConditionWalker {
  private final BlockAccumulator block;
  private final TestReader tests;

  ConditionWalker(
      Scope scope,
      BlockAccumulator block,
      ExpressionWalker expressions,
      StatementWalker statements) {
    this.block = block;
    this.tests = new TestReader(new PredicateReader(scope, block, expressions, statements), block);
  }

  /**
   * Walks a condition that every row must satisfy.
   *
   * @param condition WHERE, ON or HAVING
   * @param kept tables whose rows an outer join keeps whether or not the condition holds
   */
  void walk(Expression condition, Set<TableRef> kept) {
    Condition tree = OuterJoins.afterwards(read(condition, false), block.nullable());
    tell(OuterJoins.kept(tree, kept));
  }

  /** Walks a condition that not every row must satisfy: the block is told of its columns only. */
  void unless(Expression condition) {
    read(condition, false);
  }

  private void tell(Condition tree) {
    block.condition(tree);
    for (Condition conjunct : Conditions.conjuncts(tree)) {
      Conditions.implied(conjunct).forEach(block::predicate);
      if (conjunct instanceof Condition.Joined joined) {
        block.join(joined.join());
      }
    }
  }

  // --- AND, OR, NOT

  private Condition read(Expression condition, boolean negated) {
    if (condition instanceof Expression.Not not) {
      return read(not.operand(), !negated);
    }
    if (condition instanceof Expression.And and) {
      return negated ? any(and.operands(), true) : all(and.operands(), false);
    }
    if (condition instanceof Expression.Or or) {
      return negated ? all(or.operands(), true) : or(or.operands());
    }
    return tests.read(condition, negated);
  }

  private Condition all(List<Expression> operands, boolean negated) {
    return Conditions.all(operands.stream().map(one -> read(one, negated)).toList());
  }

  private Condition any(List<Expression> operands, boolean negated) {
    return OrArms.mark(Conditions.any(operands.stream().map(one -> read(one, negated)).toList()));
  }

  private Condition or(List<Expression> operands) {
    Set<Expression> common = OrArms.common(operands);
    if (common.isEmpty()) {
      return any(operands, false);
    }
    List<Condition> conditions = new ArrayList<>();
    common.forEach(one -> conditions.add(read(one, false)));
    List<Condition> arms = new ArrayList<>();
    boolean open = false;
    for (Expression operand : operands) {
      List<Expression> rest = OrArms.rest(operand, common);
      arms.add(all(rest, false));
      open |= rest.isEmpty();
    }
    if (!open) {
      conditions.add(OrArms.mark(Conditions.any(arms)));
    }
    return Conditions.all(conditions);
  }
}
