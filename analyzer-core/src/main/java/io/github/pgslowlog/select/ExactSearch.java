package io.github.pgslowlog.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the best set of indexes where for each statement the sets are known that make it cheap:
 * branch and bound, one index after the other in or out.
 *
 * <p>The bound: whatever is still open may be had, within what is left of the storage budget and of
 * the number of indexes, as if indexes could be had in part. What a set of indexes does for a
 * statement is shared among those of the set that are open, so nothing counts twice.
 */
final class ExactSearch {
  /** Indexes are bits of a long. */
  static final int MAX_ITEMS = 64;

  /** Looks at statements' sets, some seconds; then the best so far is taken. */
  private static final long MAX_WORK = 150_000_000;

  private static final double SMALLEST_GAIN = 1e-9;

  /**
   * An index.
   *
   * @param id its number among the candidates
   * @param bytes its size
   * @param price what it costs, in units of the objective
   */
  record Item(int id, long bytes, double price) {}

  /**
   * A set of indexes that makes a statement cheaper.
   *
   * @param items bits, by position in the list of items
   * @param ratio cost with it to cost without any index
   */
  record Atom(long items, double ratio) {}

  /**
   * What to choose from.
   *
   * @param objective made small
   * @param items at most 64
   * @param atoms by statement
   * @param maxItems how many may be chosen
   * @param budget how many bytes they may have
   */
  record Problem(
      Objective objective, List<Item> items, List<List<Atom>> atoms, int maxItems, long budget) {}

  /**
   * What was chosen.
   *
   * @param items bits, by position in the list of items
   * @param value the objective with prices
   * @param proven whether no other set is better
   */
  record Solution(long items, double value, boolean proven) {}

  private final Problem problem;
  private long work;
  private long best;
  private double bestValue = Double.POSITIVE_INFINITY;

  private ExactSearch(Problem problem) {
    this.problem = problem;
  }

  static Solution solve(Problem problem) {
    List<List<Atom>> atoms = problem.atoms().stream().map(ExactSearch::undominated).toList();
    ExactSearch search =
        new ExactSearch(
            new Problem(
                problem.objective(), problem.items(), atoms, problem.maxItems(), problem.budget()));
    int count = problem.items().size();
    long all = count == MAX_ITEMS ? -1L : (1L << count) - 1;
    search.visit(0, all, problem.budget(), problem.maxItems(), 0);
    return new Solution(search.best, search.bestValue, search.work < MAX_WORK);
  }

  /** Cheapest first; without those that need more indexes than others as cheap. */
  private static List<Atom> undominated(List<Atom> atoms) {
    List<Atom> kept = new ArrayList<>();
    atoms.stream()
        .sorted(
            Comparator.comparingDouble(Atom::ratio)
                .thenComparingInt(atom -> Long.bitCount(atom.items()))
                .thenComparingLong(Atom::items))
        .filter(atom -> kept.stream().noneMatch(other -> (other.items() & ~atom.items()) == 0))
        .forEach(kept::add);
    return kept;
  }

  private void visit(long chosen, long open, long bytesLeft, int left, double price) {
    if (work >= MAX_WORK) {
      return;
    }
    double[] now = ratios(chosen);
    double value = problem.objective().value(now) + price;
    if (value < bestValue - SMALLEST_GAIN) {
      best = chosen;
      bestValue = value;
    }
    long fitting = left <= 0 ? 0 : fitting(open, bytesLeft);
    if (fitting == 0) {
      return;
    }
    Bound bound = bound(chosen, fitting, now, bytesLeft, left);
    if (bound.next < 0 || value - bound.gain >= bestValue - SMALLEST_GAIN) {
      return;
    }
    Item next = problem.items().get(bound.next);
    long rest = bound.open & ~(1L << bound.next);
    visit(
        chosen | 1L << bound.next, rest, bytesLeft - next.bytes(), left - 1, price + next.price());
    visit(chosen, rest, bytesLeft, left, price);
  }

  private double[] ratios(long chosen) {
    double[] ratios = new double[problem.atoms().size()];
    work += ratios.length;
    for (int s = 0; s < ratios.length; s++) {
      ratios[s] = 1;
      for (Atom atom : problem.atoms().get(s)) {
        work++;
        if ((atom.items() & ~chosen) == 0) {
          ratios[s] = Math.min(1, atom.ratio());
          break;
        }
      }
    }
    return ratios;
  }

  private long fitting(long open, long bytesLeft) {
    long fitting = 0;
    for (long rest = open; rest != 0; rest &= rest - 1) {
      int item = Long.numberOfTrailingZeros(rest);
      if (problem.items().get(item).bytes() <= bytesLeft) {
        fitting |= 1L << item;
      }
    }
    return fitting;
  }

  /**
   * What is open, at most.
   *
   * @param gain by how much the value can still fall
   * @param open the indexes that can be worth their price
   * @param next the one that promises most, -1 if none does
   */
  private record Bound(double gain, long open, int next) {}

  private Bound bound(long chosen, long open, double[] now, long bytesLeft, int left) {
    Objective objective = problem.objective();
    double[] possible = ratios(chosen | open);
    double from = objective.timeShare(now);
    double to = objective.timeShare(possible);
    double chord = Objective.chord(from, to);
    double steepest = Objective.chord(to, to);
    double everything = 0;
    double[] shared = new double[MAX_ITEMS];
    double[] whole = new double[MAX_ITEMS];
    for (int s = 0; s < now.length; s++) {
      if (possible[s] < now[s]) {
        everything += objective.gain(s, now[s], possible[s], chord);
        addGains(s, now[s], chosen, open, chord, steepest, shared, whole);
      }
    }
    List<Integer> worth = new ArrayList<>();
    long stillOpen = 0;
    for (long rest = open; rest != 0; rest &= rest - 1) {
      int item = Long.numberOfTrailingZeros(rest);
      double price = problem.items().get(item).price();
      if (whole[item] > price + SMALLEST_GAIN) {
        stillOpen |= 1L << item;
        shared[item] -= price;
        worth.add(item);
      }
    }
    worth.removeIf(item -> shared[item] <= 0);
    worth.sort(
        Comparator.<Integer>comparingDouble(item -> -shared[item]).thenComparing(item -> item));
    if (worth.isEmpty()) {
      return new Bound(0, 0, -1);
    }
    double few = worth.stream().limit(left).mapToDouble(item -> shared[item]).sum();
    double gain = Math.min(everything, Math.min(few, inBudget(worth, shared, bytesLeft)));
    return new Bound(gain, stillOpen, worth.get(0));
  }

  /** Adds to each open index what the best of its sets gives, shared with the others of the set. */
  private void addGains(
      int statement,
      double now,
      long chosen,
      long open,
      double chord,
      double steepest,
      double[] shared,
      double[] whole) {
    double[] bestShared = new double[MAX_ITEMS];
    double[] bestWhole = new double[MAX_ITEMS];
    long touched = 0;
    for (Atom atom : problem.atoms().get(statement)) {
      work++;
      if (atom.ratio() >= now) {
        break;
      }
      if ((atom.items() & ~(chosen | open)) == 0) {
        long members = atom.items() & open;
        touched |= members;
        int count = Long.bitCount(members);
        double share = problem.objective().gain(statement, now, atom.ratio(), chord) / count;
        double full = problem.objective().gain(statement, now, atom.ratio(), steepest);
        for (long rest = members; rest != 0; rest &= rest - 1) {
          int item = Long.numberOfTrailingZeros(rest);
          bestShared[item] = Math.max(bestShared[item], share);
          bestWhole[item] = Math.max(bestWhole[item], full);
        }
      }
    }
    for (long rest = touched; rest != 0; rest &= rest - 1) {
      int item = Long.numberOfTrailingZeros(rest);
      shared[item] += bestShared[item];
      whole[item] += bestWhole[item];
    }
  }

  /** The most that fits, if the last one could be had in part. */
  private double inBudget(List<Integer> worth, double[] gains, long bytesLeft) {
    List<Integer> dense = new ArrayList<>(worth);
    dense.sort(
        Comparator.<Integer>comparingDouble(
                item -> -gains[item] / Math.max(1, problem.items().get(item).bytes()))
            .thenComparing(item -> item));
    double gain = 0;
    double room = bytesLeft;
    for (int item : dense) {
      double bytes = Math.max(1, problem.items().get(item).bytes());
      gain += gains[item] * Math.min(1, room / bytes);
      room -= bytes;
      if (room <= 0) {
        break;
      }
    }
    return gain;
  }
}
