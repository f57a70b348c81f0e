package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeductionsTest {
  /** If one fact holds and another does not, a third holds: what follows depends on the order. */
  private record Rule(int given, int missing, int follows) {
    static Rule random(Random random, int facts) {
      return new Rule(random.nextInt(facts), random.nextInt(facts), random.nextInt(facts));
    }

    void apply(Set<Integer> known, Consumer<Integer> learned) {
      if (known.contains(given) && !known.contains(missing) && known.add(follows)) {
        learned.accept(follows);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void learnsWhatTryingEveryCaseInEveryRoundLearns(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int facts = 3 + random.nextInt(30);
      List<Rule> rules = new ArrayList<>();
      for (int i = random.nextInt(60); i >= 0; i--) {
        rules.add(Rule.random(random, facts));
      }

      List<Integer> learned = learned(rules);

      assertThat(learned).as("seed %d, rules %s", seed, rules).isEqualTo(slowly(rules));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 50_000})
  void triesACaseOfAChainOnlyWhenTheOneItNeedsIsKnown(int length) {
    List<Rule> chain = new ArrayList<>();
    for (int fact = length; fact > 0; fact--) {
      chain.add(new Rule(fact - 1, -1, fact));
    }
    int[] tries = {0};
    Set<Integer> known = new HashSet<>(Set.of(0));

    run(chain, known, new ArrayList<>(), tries);

    assertThat(known).hasSize(length + 1);
    assertThat(tries[0]).isLessThanOrEqualTo(3 * length);
  }

  private static List<Integer> learned(List<Rule> rules) {
    List<Integer> learned = new ArrayList<>();
    run(rules, new HashSet<>(Set.of(0)), learned, new int[1]);
    return learned;
  }

  private static void run(
      List<Rule> rules, Set<Integer> known, List<Integer> learned, int[] tries) {
    Deductions<Integer> deductions = new Deductions<>();
    for (int i = 0; i < rules.size(); i++) {
      deductions.dependsOn(i, rules.get(i).given());
      deductions.dependsOn(i, rules.get(i).missing());
    }
    deductions.run(
        i -> {
          tries[0]++;
          rules
              .get(i)
              .apply(
                  known,
                  fact -> {
                    learned.add(fact);
                    deductions.changed(fact);
                  });
        });
  }

  private static List<Integer> slowly(List<Rule> rules) {
    Set<Integer> known = new HashSet<>(Set.of(0));
    List<Integer> learned = new ArrayList<>();
    int before;
    do {
      before = learned.size();
      rules.forEach(rule -> rule.apply(known, learned::add));
    } while (learned.size() > before);
    return learned;
  }
}
