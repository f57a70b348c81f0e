package io.github.pgslowlog.workload;

import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The conditions of a query, gathered from its tree without recursion. */
final class BlockConditions {
  private final Set<Predicate> predicates;
  private final List<List<Condition>> conjunctions = new ArrayList<>();
  private final Deque<Condition> open = new ArrayDeque<>();

  private BlockConditions(QueryBlock block) {
    predicates = new LinkedHashSet<>(block.predicates());
    List<Condition> always = new ArrayList<>();
    block.predicates().forEach(predicate -> always.add(new Condition.Test(predicate)));
    block.joins().forEach(join -> always.add(new Condition.Joined(join)));
    conjunctions.add(always);
  }

  static BlockConditions of(QueryBlock block) {
    BlockConditions conditions = new BlockConditions(block);
    conditions.walk(block.condition());
    return conditions;
  }

  /** All conditions on single terms, wherever they stand; each once. */
  Set<Predicate> predicates() {
    return predicates;
  }

  /**
   * What stands together under AND. Of {@code a AND b AND (c AND d OR e)} that is a with b, and c
   * with d; under NOT nothing holds together.
   */
  List<List<Condition>> conjunctions() {
    return conjunctions;
  }

  private void walk(Condition root) {
    open.add(root);
    while (!open.isEmpty()) {
      Condition condition = open.remove();
      if (condition instanceof Condition.AllOf all) {
        conjunctions.add(flattened(all));
      } else if (condition instanceof Condition.AnyOf any) {
        open.addAll(any.conditions());
      } else if (condition instanceof Condition.Test test) {
        predicates.add(test.predicate());
      } else if (condition instanceof Condition.Not not) {
        negated(not);
      }
    }
  }

  private List<Condition> flattened(Condition.AllOf root) {
    List<Condition> leaves = new ArrayList<>();
    Deque<Condition> parts = new ArrayDeque<>(root.conditions());
    while (!parts.isEmpty()) {
      Condition part = parts.remove();
      if (part instanceof Condition.AllOf all) {
        parts.addAll(all.conditions());
      } else {
        leaves.add(part);
        open.add(part);
      }
    }
    return leaves;
  }

  private void negated(Condition.Not not) {
    Deque<Condition> parts = new ArrayDeque<>(List.of(not.condition()));
    while (!parts.isEmpty()) {
      Condition part = parts.remove();
      if (part instanceof Condition.AllOf all) {
        parts.addAll(all.conditions());
      } else if (part instanceof Condition.AnyOf any) {
        parts.addAll(any.conditions());
      } else if (part instanceof Condition.Not inner) {
        parts.add(inner.condition());
      } else if (part instanceof Condition.Test test) {
        predicates.add(test.predicate());
      }
    }
  }
}
