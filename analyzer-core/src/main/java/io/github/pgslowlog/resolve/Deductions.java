package io.github.pgslowlog.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Applies a rule to numbered cases, round after round in their order, until nothing new follows.
 *
 * <p>The result is that of trying every case in every round; but a case is tried again only when a
 * fact that it depends on has changed. So a chain of cases, each of which needs the next, takes
 * time in proportion to its length and not to the square of it.
 *
 * @param <F> what a case depends on
 */
final class Deductions<F> {
  private final Map<F, List<Integer>> dependents = new HashMap<>();
  private BitSet thisRound = new BitSet();
  private BitSet nextRound = new BitSet();
  private int current;

  /** Cases are to be told in their order. */
  void dependsOn(int number, F fact) {
    List<Integer> cases = dependents.computeIfAbsent(fact, f -> new ArrayList<>(2));
    if (cases.isEmpty() || cases.get(cases.size() - 1) != number) {
      cases.add(number);
    }
    nextRound.set(number);
  }

  /** To be called by the rule. */
  void changed(F fact) {
    for (int number : dependents.getOrDefault(fact, List.of())) {
      (number > current ? thisRound : nextRound).set(number);
    }
  }

  void run(IntConsumer rule) {
    while (!nextRound.isEmpty()) {
      BitSet done = thisRound;
      thisRound = nextRound;
      nextRound = done;
      for (current = thisRound.nextSetBit(0);
          current >= 0;
          current = thisRound.nextSetBit(current + 1)) {
        thisRound.clear(current);
        rule.accept(current);
      }
    }
  }
}
