package io.github.pgslowlog.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.select.ExactSearch.Atom;
import io.github.pgslowlog.select.ExactSearch.Item;
import io.github.pgslowlog.select.ExactSearch.Problem;
import io.github.pgslowlog.select.ExactSearch.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The best set of indexes, compared with trying all sets. */
final class ExactSearchTest {
  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noSetIsBetter(int seed) {
    Problem problem = problem(new Random(seed));

    Solution solution = ExactSearch.solve(problem);

    assertThat(solution.proven()).isTrue();
    assertThat(isAllowed(problem, solution.items())).isTrue();
    assertThat(solution.value()).isCloseTo(value(problem, solution.items()), within(1e-9));
    assertThat(solution.value()).isCloseTo(bestOfAll(problem), within(1e-6));
  }

  /** Up to twelve indexes; statements of very different times, cheap with up to three of them. */
  private static Problem problem(Random random) {
    int count = 1 + random.nextInt(12);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(new Item(i, 1 + random.nextInt(100), random.nextDouble() * 0.1));
    }
    int statements = 1 + random.nextInt(15);
    double[] times = shares(random, statements, 12);
    double[] weights = shares(random, statements, 2);
    List<List<Atom>> atoms = new ArrayList<>();
    for (int s = 0; s < statements; s++) {
      List<Atom> own = new ArrayList<>();
      for (int a = random.nextInt(10); a > 0; a--) {
        long set = 0;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          set |= 1L << random.nextInt(count);
        }
        own.add(new Atom(set, Math.exp(-8 * random.nextDouble() * random.nextDouble())));
      }
      atoms.add(own);
    }
    return new Problem(
        new Objective(times, weights),
        items,
        atoms,
        random.nextInt(count + 1),
        random.nextInt(60 * count));
  }

  private static double[] shares(Random random, int count, double spread) {
    double[] shares =
        IntStream.range(0, count)
            .mapToDouble(i -> Math.exp(spread * random.nextDouble()))
            .toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  private static double bestOfAll(Problem problem) {
    double best = Double.POSITIVE_INFINITY;
    for (long set = 0; set < 1L << problem.items().size(); set++) {
      if (isAllowed(problem, set)) {
        best = Math.min(best, value(problem, set));
      }
    }
    return best;
  }

  private static boolean isAllowed(Problem problem, long set) {
    long bytes = chosen(problem, set).stream().mapToLong(Item::bytes).sum();
    return Long.bitCount(set) <= problem.maxItems() && bytes <= problem.budget();
  }

  private static double value(Problem problem, long set) {
    double[] ratios =
        problem.atoms().stream()
            .mapToDouble(
                atoms ->
                    atoms.stream()
                        .filter(atom -> (atom.items() & ~set) == 0)
                        .mapToDouble(Atom::ratio)
                        .min()
                        .orElse(1))
            .toArray();
    double price = chosen(problem, set).stream().mapToDouble(Item::price).sum();
    return problem.objective().value(ratios) + price;
  }

  private static List<Item> chosen(Problem problem, long set) {
    return IntStream.range(0, problem.items().size())
        .filter(i -> (set >>> i & 1) != 0)
        .mapToObj(problem.items()::get)
        .toList();
  }
}
