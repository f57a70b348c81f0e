package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Improves a set of indexes as long as one step makes it better by the planner's own costs: leave
 * one out, add one, put one in place of another, or put a narrower one or one made of two in place
 * of them.
 */
final class LocalSearch {
  /** A step must be worth this much. */
  private static final double MIN_STEP = 2e-3;

  /** Steps of a kind that are tried before another kind; those that promise most come first. */
  private static final int MAX_TRIED = 150;

  private static final int MAX_ROUNDS = 40;

  private final OfferedIndexes offered;
  private final SetValues values;
  private final PlanRequests requests;
  private final NearValues near;
  private IndexSet banned = IndexSet.EMPTY;

  LocalSearch(OfferedIndexes offered, SetValues values, PlanRequests requests) {
    this.offered = offered;
    this.values = values;
    this.requests = requests;
    this.near = values.near();
  }

  /** Never adds these. */
  void ban(IndexSet indexes) {
    banned = banned.or(indexes);
  }

  /** The best set that steps lead to. */
  IndexSet improve(IndexSet start) {
    IndexSet set = start;
    double value = values.value(set);
    Set<IndexSet> tried = new HashSet<>();
    for (int round = 0; round < MAX_ROUNDS && !requests.isUsedUp(); round++) {
      IndexSet better = step(set, value, tried);
      if (better.equals(set)) {
        return set;
      }
      set = better;
      value = values.value(set);
    }
    return set;
  }

  private record Step(IndexSet set, double promise) {}

  /** One index more or less is tried before all that changes two or three. */
  private IndexSet step(IndexSet set, double value, Set<IndexSet> tried) {
    Set<IndexSet> neighbours = neighbours(set);
    List<IndexSet> single = new ArrayList<>();
    List<IndexSet> others = new ArrayList<>();
    for (IndexSet next : neighbours) {
      boolean one = next.minus(set).isEmpty() || set.minus(next).isEmpty();
      (one ? single : others).add(next);
    }
    IndexSet better = step(set, single, value, tried);
    return better.equals(set) ? step(set, others, value, tried) : better;
  }

  private IndexSet step(
      IndexSet set, List<IndexSet> neighbours, double value, Set<IndexSet> tried) {
    double bound = value - MIN_STEP;
    near.around(set);
    List<Step> steps = new ArrayList<>();
    for (IndexSet next : neighbours) {
      if (!tried.contains(next) && values.fits(next) && !next.intersects(banned)) {
        double optimistic = near.optimistic(next);
        if (optimistic < bound) {
          steps.add(new Step(next, optimistic + near.estimate(next)));
        }
      }
    }
    steps.sort(
        Comparator.comparingDouble(Step::promise).thenComparing(step -> step.set().toString()));
    for (Step step : steps.subList(0, Math.min(steps.size(), MAX_TRIED))) {
      if (requests.isUsedUp()) {
        return set;
      }
      if (values.valueIfBelow(step.set(), bound) < bound) {
        return step.set();
      }
      tried.add(step.set());
    }
    return set;
  }

  private Set<IndexSet> neighbours(IndexSet set) {
    Set<IndexSet> neighbours = new LinkedHashSet<>();
    set.ids().forEach(id -> neighbours.add(set.without(id)));
    addReplaced(set, neighbours);
    for (int id = 0; id < offered.size(); id++) {
      if (!set.contains(id)) {
        int added = id;
        neighbours.add(set.with(added));
        set.ids().forEach(other -> neighbours.add(set.without(other).with(added)));
      }
    }
    return neighbours;
  }

  private void addReplaced(IndexSet set, Set<IndexSet> neighbours) {
    for (int id : set.ids()) {
      List<CandidateIndex> narrower = DerivedIndexes.narrower(offered.index(id));
      offered.offer(narrower).ids().forEach(n -> neighbours.add(set.without(id).with(n)));
      for (int other : set.ids()) {
        if (other != id) {
          offered
              .offer(madeOf(offered.index(id), offered.index(other)))
              .ids()
              .forEach(
                  made -> {
                    neighbours.add(set.without(id).with(made));
                    neighbours.add(set.without(id).without(other).with(made));
                  });
        }
      }
    }
  }

  private static List<CandidateIndex> madeOf(CandidateIndex first, CandidateIndex second) {
    Set<CandidateIndex> made = new LinkedHashSet<>();
    DerivedIndexes.merged(first, second).ifPresent(made::add);
    DerivedIndexes.widened(first, second).ifPresent(made::add);
    return List.copyOf(made);
  }
}
