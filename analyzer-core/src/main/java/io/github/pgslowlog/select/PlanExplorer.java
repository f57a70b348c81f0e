package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.Candidate;
import io.github.pgslowlog.candidate.CandidateIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds out which sets of candidates make each statement cheap: first all at once, then only the
 * narrow and the small ones, then all but those of the plan so far, then each alone and in pairs.
 *
 * <p>Where plans are many, those statements go on that the best set so far does not serve as well
 * as all candidates together would.
 */
final class PlanExplorer {
  /** Parts of the budget that one index may have at most in the layers that are tried. */
  private static final int[] BUDGET_PARTS = {3, 6, 12, 24};

  /** Of more indexes than these in plans of a statement, no more pairs are tried. */
  private static final int MAX_PAIRED = 6;

  /** Of all plans, for statements that are served well already. */
  private static final double SERVED_WELL = 0.2;

  /** Of all plans, for the others. */
  private static final double SERVED_BADLY = 0.45;

  /** A cost this much above the least possible one is as good. */
  private static final double AS_GOOD = 1.02;

  private final List<QueryCosts> queries;
  private final OfferedIndexes offered;
  private final PlanRequests requests;
  private final OptionalLong budget;
  private final Supplier<IndexSet> best;

  /**
   * Makes an explorer.
   *
   * @param budget of storage, empty if there is none
   * @param best finds the best set by the plans that are known
   */
  PlanExplorer(
      List<QueryCosts> queries,
      OfferedIndexes offered,
      PlanRequests requests,
      OptionalLong budget,
      Supplier<IndexSet> best) {
    this.queries = queries;
    this.offered = offered;
    this.requests = requests;
    this.budget = budget;
    this.best = best;
  }

  /** Explores until all is known or no more plans may be made. */
  void explore() {
    requests.allow(SERVED_BADLY);
    each((query, statement) -> requests.ask(statement, all()), statement -> true);
    each((query, statement) -> askLayers(statement));
    offerNarrower();
    each((query, statement) -> requests.ask(statement, all()));
    each((query, statement) -> askWithout(statement));
    each((query, statement) -> askEach(statement, used(statement)));
    each((query, statement) -> askPairs(statement));
    each((query, statement) -> askEach(statement, own(query)));
  }

  private void each(BiConsumer<QueryCosts, StatementCosts> action) {
    IndexSet set = best.get();
    IndexSet all = all();
    requests.allow(SERVED_BADLY);
    each(action, statement -> !isServedWell(statement, set, all));
    requests.allow(SERVED_WELL);
    each(action, statement -> isServedWell(statement, set, all));
  }

  private void each(
      BiConsumer<QueryCosts, StatementCosts> action, Predicate<StatementCosts> condition) {
    for (QueryCosts query : queries) {
      for (StatementCosts statement : query.statements()) {
        if (condition.test(statement) && !requests.isUsedUp()) {
          action.accept(query, statement);
        }
      }
    }
  }

  private boolean isServedWell(StatementCosts statement, IndexSet set, IndexSet all) {
    return statement.cost(requests.relevant(statement, set))
        <= AS_GOOD * statement.cost(requests.relevant(statement, all));
  }

  private IndexSet all() {
    return matching(id -> true);
  }

  private IndexSet matching(IntPredicate condition) {
    BitSet bits = new BitSet();
    for (int id = 0; id < offered.size(); id++) {
      bits.set(id, condition.test(id));
    }
    return IndexSet.of(bits);
  }

  private void askLayers(StatementCosts statement) {
    layers().forEach(layer -> requests.ask(statement, layer));
  }

  /** Candidates of some kind only: the best of all are often too large to have many of them. */
  private List<IndexSet> layers() {
    List<IndexSet> layers = new ArrayList<>();
    layers.add(matching(id -> offered.index(id).included().isEmpty()));
    layers.add(matching(this::isSingle));
    for (int part : BUDGET_PARTS) {
      budget.ifPresent(bytes -> layers.add(matching(id -> offered.bytes(id) <= bytes / part)));
    }
    return layers;
  }

  /**
   * Finds out what goes well with a set: each statement is planned with it and others that are
   * narrow or small, then without one of the set that it uses.
   */
  void complement(IndexSet set) {
    List<IndexSet> layers = layers();
    each(
        (query, statement) -> layers.forEach(layer -> requests.ask(statement, layer.or(set))),
        statement -> true);
    each((query, statement) -> askReplaced(statement, set, layers), statement -> true);
  }

  private void askReplaced(StatementCosts statement, IndexSet set, List<IndexSet> layers) {
    IndexSet used = statement.best(set).used();
    for (int id : used.ids()) {
      layers.forEach(layer -> requests.ask(statement, layer.or(set).without(id)));
    }
  }

  private boolean isSingle(int id) {
    CandidateIndex index = offered.index(id);
    return index.keys().size() == 1 && index.included().isEmpty();
  }

  private void offerNarrower() {
    Set<CandidateIndex> narrower = new LinkedHashSet<>();
    for (QueryCosts query : queries) {
      for (StatementCosts statement : query.statements()) {
        used(statement)
            .ids()
            .forEach(id -> narrower.addAll(DerivedIndexes.narrower(offered.index(id))));
      }
    }
    offered.offer(narrower);
  }

  /** Without each index of the best plan, then without all that begin like it. */
  private void askWithout(StatementCosts statement) {
    IndexSet all = all();
    for (int id : statement.best(all).used().ids()) {
      requests.ask(statement, all.without(id));
      requests.ask(statement, all.minus(matching(other -> beginAlike(id, other))));
    }
  }

  private boolean beginAlike(int id, int other) {
    CandidateIndex one = offered.index(id);
    CandidateIndex two = offered.index(other);
    return one.table().equals(two.table()) && one.keys().get(0).equals(two.keys().get(0));
  }

  private void askEach(StatementCosts statement, IndexSet set) {
    set.ids().forEach(id -> requests.ask(statement, IndexSet.of(id)));
  }

  private void askPairs(StatementCosts statement) {
    List<Integer> used = new ArrayList<>(used(statement).ids());
    List<Integer> paired = used.subList(0, Math.min(used.size(), MAX_PAIRED));
    for (int i = 0; i < paired.size(); i++) {
      for (int j = i + 1; j < paired.size(); j++) {
        requests.ask(statement, IndexSet.of(paired.get(i), paired.get(j)));
      }
    }
  }

  private static IndexSet used(StatementCosts statement) {
    IndexSet used = IndexSet.EMPTY;
    for (StatementCosts.Answer answer : statement.answers()) {
      used = used.or(answer.used());
    }
    return used;
  }

  private IndexSet own(QueryCosts query) {
    return offered.ids(query.query().candidates().stream().map(Candidate::index).toList());
  }
}
