package io.github.pgslowlog.select;

import io.github.pgslowlog.select.ExactSearch.Atom;
import io.github.pgslowlog.select.ExactSearch.Item;
import io.github.pgslowlog.select.ExactSearch.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the candidates that promise most to the exact search. */
final class Shortlist {
  private final OfferedIndexes offered;
  private final SetValues values;
  private final IndexPrices prices;
  private final SelectionLimits limits;

  Shortlist(OfferedIndexes offered, SetValues values, IndexPrices prices, SelectionLimits limits) {
    this.offered = offered;
    this.values = values;
    this.prices = prices;
    this.limits = limits;
  }

  /** The best set by the plans that are known. */
  IndexSet best(IndexSet banned) {
    List<Integer> ids = promising(banned);
    Map<Integer, Integer> positions = new HashMap<>();
    ids.forEach(id -> positions.put(id, positions.size()));
    List<Item> items =
        ids.stream().map(id -> new Item(id, offered.bytes(id), prices.of(id))).toList();
    List<List<Atom>> atoms =
        values.statements().stream().map(statement -> atoms(statement, positions)).toList();
    ExactSearch.Solution solution =
        ExactSearch.solve(
            new Problem(values.objective(), items, atoms, limits.maxIndexes(), values.budget()));
    IndexSet set = IndexSet.EMPTY;
    for (int i = 0; i < ids.size(); i++) {
      set = (solution.items() >>> i & 1) == 0 ? set : set.with(ids.get(i));
    }
    return set;
  }

  /** Those that give most in plans, shared with the other indexes of the plans; by definition. */
  private List<Integer> promising(IndexSet banned) {
    double[] promise = new double[offered.size()];
    List<StatementCosts> statements = values.statements();
    for (int i = 0; i < statements.size(); i++) {
      double[] best = new double[offered.size()];
      for (StatementCosts.Answer answer : statements.get(i).answers()) {
        double ratio = Math.min(1, answer.cost() / statements.get(i).before());
        double gain = values.objective().gain(i, 1, ratio, 1) / Math.max(1, answer.used().size());
        answer.used().ids().forEach(id -> best[id] = Math.max(best[id], gain));
      }
      for (int id = 0; id < best.length; id++) {
        promise[id] += best[id];
      }
    }
    List<Integer> ids = new ArrayList<>();
    for (int id = 0; id < promise.length; id++) {
      if (promise[id] > 0 && !banned.contains(id)) {
        ids.add(id);
      }
    }
    ids.sort(
        Comparator.<Integer>comparingDouble(id -> -promise[id]).thenComparing(offered::definition));
    return ids.stream()
        .limit(ExactSearch.MAX_ITEMS)
        .sorted(Comparator.comparing(offered::definition))
        .toList();
  }

  private static List<Atom> atoms(StatementCosts statement, Map<Integer, Integer> positions) {
    List<Atom> atoms = new ArrayList<>();
    for (StatementCosts.Answer answer : statement.answers()) {
      List<Integer> used = answer.used().ids();
      if (answer.cost() < statement.before() && positions.keySet().containsAll(used)) {
        long items = used.stream().mapToLong(id -> 1L << positions.getOrDefault(id, 0)).sum();
        atoms.add(new Atom(items, answer.cost() / statement.before()));
      }
    }
    return atoms;
  }
}
