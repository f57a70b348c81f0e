package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Takes from a set of indexes what no plan has, and what is not worth it. */
final class ProvenIndexes {
  /**
   * Columns that are only stored make an index large and end updates in place, so they have to make
   * some pattern cheaper by this share.
   */
  private static final double MIN_GAIN_OF_INCLUDE = 0.2;

  /**
   * And what they save has to be this share of what the pattern cost without any index: one that a
   * bare index makes a thousand times cheaper is cured.
   */
  private static final double MIN_SHARE_OF_INCLUDE = 0.005;

  /** What a last key must save of some pattern's cost; less does not show. */
  private static final double MIN_GAIN_OF_KEY = 0.05;

  /** The columns of two indexes being the same, a cost this much higher is as good. */
  private static final double AS_GOOD = 0.02;

  /**
   * An index that is only read from end to end in place of the table finds nothing: it costs
   * writes, and how much it saves depends on how often the table is vacuumed.
   */
  private static final double MIN_GAIN_OF_WHOLE_READ = 0.5;

  /** In the planner's units, a few pages: what costs less is not slow for want of an index. */
  private static final double MIN_SAVED = 10;

  private final List<QueryCosts> queries;
  private final OfferedIndexes offered;
  private final PlanRequests requests;
  private final SetValues values;
  private final SelectionLimits limits;
  private final WriteCostModel writes;

  ProvenIndexes(
      List<QueryCosts> queries,
      OfferedIndexes offered,
      PlanRequests requests,
      SetValues values,
      SelectionLimits limits,
      WriteCostModel writes) {
    this.queries = queries;
    this.offered = offered;
    this.requests = requests;
    this.values = values;
    this.limits = limits;
    this.writes = writes;
  }

  /** What remains of a set. */
  IndexSet of(IndexSet set) {
    IndexSet kept = set;
    IndexSet before;
    do {
      before = kept;
      kept = used(kept);
      kept = withoutRegression(kept);
      kept = withoutLeastWorth(kept);
      kept = withoutWriteLoss(kept);
      kept = withoutIdleColumns(kept);
      kept = withoutIdleKeys(kept);
      kept = asProposed(kept);
    } while (!kept.equals(before));
    return kept;
  }

  private IndexSet used(IndexSet set) {
    IndexSet kept = set;
    IndexSet used = requests.confirm(queries, kept);
    while (!used.equals(kept)) {
      kept = used;
      used = requests.confirm(queries, kept);
    }
    return kept;
  }

  private IndexSet withoutRegression(IndexSet set) {
    IndexSet kept = set;
    while (!kept.isEmpty() && values.regression(kept) > 0) {
      IndexSet best = IndexSet.EMPTY;
      double bestValue = Double.POSITIVE_INFINITY;
      for (int id : kept.ids()) {
        double value = values.value(kept.without(id));
        if (value < bestValue) {
          best = kept.without(id);
          bestValue = value;
        }
      }
      kept = best;
    }
    return kept;
  }

  /** Without the one whose best gain is the least, if that is too little. */
  private IndexSet withoutLeastWorth(IndexSet set) {
    int worst = -1;
    double least = limits.minGain();
    for (int id : set.ids()) {
      double gain = bestGain(set.without(id), set, query -> MIN_SAVED, IndexSet.of(id));
      if (gain < least) {
        worst = id;
        least = gain;
      }
    }
    return worst < 0 ? set : set.without(worst);
  }

  /** Without one that makes the writes of the log longer by more than its reads shorter. */
  private IndexSet withoutWriteLoss(IndexSet set) {
    for (int id : set.ids()) {
      double lost = writes.loggedMicros(offered.index(id), offered.bytes(id));
      if (lost > 0 && lost > savedMicros(set.without(id), set)) {
        return set.without(id);
      }
    }
    return set;
  }

  private double savedMicros(IndexSet without, IndexSet with) {
    double saved = 0;
    for (QueryCosts query : queries) {
      double more = query.mean(statement -> cost(statement, without));
      double less = query.mean(statement -> cost(statement, with));
      saved += query.before() <= 0 ? 0 : query.query().micros() * (more - less) / query.before();
    }
    return saved;
  }

  private IndexSet withoutIdleColumns(IndexSet set) {
    for (int id : set.ids()) {
      CandidateIndex index = offered.index(id);
      if (!index.included().isEmpty()) {
        for (int bare : offered.offer(List.of(index.including(List.of()))).ids()) {
          IndexSet narrower = set.without(id).with(bare);
          if (bestGain(narrower, set, ProvenIndexes::leastOfInclude) < MIN_GAIN_OF_INCLUDE) {
            return narrower;
          }
        }
      }
    }
    return set;
  }

  /**
   * Without last keys that narrow next to nothing down. With {@code status = 'done'} for nine of
   * ten rows, {@code (customer_id)} is as good as {@code (customer_id, status)}.
   */
  private IndexSet withoutIdleKeys(IndexSet set) {
    for (int id : set.ids()) {
      CandidateIndex index = offered.index(id);
      if (index.included().isEmpty() && index.keys().size() > 1) {
        for (int prefix : offered.offer(DerivedIndexes.narrower(index).subList(0, 1)).ids()) {
          IndexSet narrower = set.without(id).with(prefix);
          if (bestGain(narrower, set, query -> 0) < MIN_GAIN_OF_KEY) {
            return narrower;
          }
        }
      }
    }
    return set;
  }

  /**
   * With keys in the order in which they were proposed first, the most useful by itself in front,
   * where another order is no better: the planner prefers those that happen to be stored in order.
   */
  private IndexSet asProposed(IndexSet set) {
    for (int id : set.ids()) {
      for (int earlier = 0; earlier < id; earlier++) {
        IndexSet other = set.without(id).with(earlier);
        if (!set.contains(earlier)
            && hasSameColumns(offered.index(earlier), offered.index(id))
            && bestGain(other, set, query -> 0) < AS_GOOD) {
          return other;
        }
      }
    }
    return set;
  }

  private static boolean hasSameColumns(CandidateIndex one, CandidateIndex other) {
    return one.isBtree()
        && other.isBtree()
        && one.table().equals(other.table())
        && one.predicate().equals(other.predicate())
        && Set.copyOf(one.keys()).equals(Set.copyOf(other.keys()))
        && Set.copyOf(one.included()).equals(Set.copyOf(other.included()));
  }

  private static double leastOfInclude(QueryCosts query) {
    return Math.max(MIN_SAVED, MIN_SHARE_OF_INCLUDE * query.before());
  }

  private double bestGain(IndexSet without, IndexSet with, ToDoubleFunction<QueryCosts> minSaved) {
    return bestGain(without, with, minSaved, IndexSet.EMPTY);
  }

  /**
   * By which share of its cost a set makes some pattern cheaper than another one does. Where plans
   * read all of an index that is watched, only if it is a large one.
   */
  private double bestGain(
      IndexSet without, IndexSet with, ToDoubleFunction<QueryCosts> minSaved, IndexSet watched) {
    double best = 0;
    for (QueryCosts query : queries) {
      double more = query.mean(statement -> cost(statement, without));
      double less = query.mean(statement -> cost(statement, with));
      boolean shows = more > 0 && more - less >= minSaved.applyAsDouble(query);
      double gain = shows ? (more - less) / more : 0;
      if (gain >= MIN_GAIN_OF_WHOLE_READ || !isReadWhole(query, with, watched)) {
        best = Math.max(best, gain);
      }
    }
    return best;
  }

  private boolean isReadWhole(QueryCosts query, IndexSet set, IndexSet watched) {
    return query.statements().stream()
        .anyMatch(
            statement ->
                statement
                    .exactly(requests.relevant(statement, set))
                    .filter(answer -> answer.whole().intersects(watched))
                    .isPresent());
  }

  private double cost(StatementCosts statement, IndexSet set) {
    requests.ask(statement, set);
    return statement.cost(requests.relevant(statement, set));
  }
}
