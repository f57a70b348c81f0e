package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An index that another one makes superfluous: the other is the same, or begins with the same keys
 * and has all its columns; for the same rows, in the same order, by the same operator classes.
 *
 * <pre>
 * orders (customer_id)                  can go: there is
 * orders (customer_id, placed_at)
 * </pre>
 *
 * <p>Wrong for an index that holds up a constraint, a foreign key or replication, and where the
 * wider index makes a statement much costlier; the planner tells.
 */
final class RedundantIndexes implements AdviceRule {
  /** 10 %: a wider index is a little costlier to read. */
  private static final double MAX_REGRESSION = 0.10;

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    List<Recommendation> all = new ArrayList<>();
    IndexDrop drop = new IndexDrop(context.catalog());
    for (Redundant redundant : find(context)) {
      Trial trial = trial(context, redundant.index(), drop);
      if (trial != Trial.COSTLIER) {
        all.add(recommendation(drop, redundant, trial));
      }
    }
    return all;
  }

  /**
   * An index that can go.
   *
   * @param index the index
   * @param keeper the name of the index that does its work
   * @param same whether both are the same but for the name
   * @param chosen whether the other does not exist yet
   */
  record Redundant(Index index, String keeper, boolean same, boolean chosen) {}

  /** Indexes that can go, by structure alone; no two for the sake of each other. */
  static List<Redundant> find(AdviceContext context) {
    ProtectedIndexes bound = new ProtectedIndexes(context.catalog());
    List<Redundant> found = new ArrayList<>();
    for (Table table : context.catalog().tables()) {
      List<Index> indexes = context.catalog().indexes(table.name());
      for (Index index : indexes) {
        if (index.valid() && !bound.isBound(index)) {
          existing(bound, indexes, index)
              .or(() -> chosen(context, bound, index))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Redundant> existing(
      ProtectedIndexes bound, List<Index> indexes, Index index) {
    return indexes.stream()
        .filter(other -> !other.name().equals(index.name()) && other.valid())
        .filter(other -> covers(other, index) && isBetter(bound, other, index))
        .findFirst()
        .map(other -> new Redundant(index, other.name().name(), covers(index, other), false));
  }

  /** Whether an index can do all that another one does. */
  private static boolean covers(Index wide, Index narrow) {
    boolean sameKeys = wide.keys().equals(narrow.keys());
    boolean method =
        narrow.accessMethod().equals(CandidateIndex.BTREE)
            ? wide.accessMethod().equals(CandidateIndex.BTREE)
            : structure(wide).equals(structure(narrow));
    boolean keys =
        wide.keys().size() >= narrow.keys().size()
            && wide.keys().subList(0, narrow.keys().size()).equals(narrow.keys());
    boolean unique =
        !narrow.unique()
            || wide.unique() && sameKeys && wide.nullsNotDistinct() == narrow.nullsNotDistinct();
    return method
        && keys
        && unique
        && wide.predicate().equals(narrow.predicate())
        && narrow.included().stream().allMatch(column -> has(wide, column));
  }

  /** Access method, keys and options: {@code USING brin (day) WITH (pages_per_range='32')}. */
  private static String structure(Index index) {
    return index.definition().substring(Math.max(0, index.definition().indexOf(" USING ")));
  }

  private static boolean has(Index index, String column) {
    return index.included().contains(column)
        || index.keys().stream().anyMatch(key -> !key.expression() && key.text().equals(column));
  }

  /** Of two that cover each other, one stays: the bound one, then the used one, then by name. */
  private static boolean isBetter(ProtectedIndexes bound, Index other, Index index) {
    if (!covers(index, other) || bound.isBound(other)) {
      return true;
    }
    long scans = scans(other) - scans(index);
    return scans != 0 ? scans > 0 : other.name().compareTo(index.name()) < 0;
  }

  private static long scans(Index index) {
    return index.activity().map(activity -> activity.scans()).orElse(0L);
  }

  private static Optional<Redundant> chosen(
      AdviceContext context, ProtectedIndexes bound, Index index) {
    if (bound.contains(index)) {
      return Optional.empty();
    }
    CandidateIndex existing =
        new CandidateIndex(
            index.table(), index.accessMethod(), index.keys(), index.included(), index.predicate());
    return context.selection().indexes().stream()
        .map(Selection.SelectedIndex::index)
        .filter(existing::isPrefixOf)
        .findFirst()
        .map(
            wide ->
                new Redundant(index, NewIndexNames.of(context).define(wide).name(), false, true));
  }

  private enum Trial {
    UNKNOWN,
    HARMLESS,
    COSTLIER
  }

  /** Plans what uses the index so far without it. */
  private static Trial trial(AdviceContext context, Index index, IndexDrop drop) {
    if (context.model().isEmpty()) {
      return Trial.UNKNOWN;
    }
    Set<IndexName> hidden =
        drop.family(index).stream()
            .map(Index::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Configuration chosen = Plans.chosen(context);
    Configuration without = new Configuration(chosen.candidates(), hidden, Map.of());
    boolean costlier =
        context.queries().stream()
            .filter(query -> query.tables().stream().anyMatch(drop.tables(index)::contains))
            .flatMap(query -> query.statements().stream())
            .anyMatch(statement -> isCostlier(context, statement, chosen, without));
    return costlier ? Trial.COSTLIER : Trial.HARMLESS;
  }

  private static boolean isCostlier(
      AdviceContext context,
      PlannableStatement statement,
      Configuration chosen,
      Configuration without) {
    Optional<PlanResult.Planned> with = Plans.plan(context, statement, chosen);
    if (with.isEmpty() || Collections.disjoint(with.get().existing(), without.hidden())) {
      return false;
    }
    double limit = (1 + MAX_REGRESSION) * with.get().cost();
    return Plans.plan(context, statement, without).filter(plan -> plan.cost() <= limit).isEmpty();
  }

  private static Recommendation recommendation(IndexDrop drop, Redundant redundant, Trial trial) {
    Recommendation.Builder advice =
        drop.of(redundant.index())
            .reason(
                redundant.same()
                    ? "the same as " + redundant.keeper()
                    : redundant.keeper() + " begins with its keys and has all its columns");
    if (trial == Trial.HARMLESS) {
      advice
          .confidence(Confidence.PLANNER)
          .reason("no statement of the log gets costlier by 10 % without it");
    }
    if (redundant.chosen()) {
      advice.caveat("create " + redundant.keeper() + " first, and see that it is valid");
    }
    if (!redundant.same()) {
      advice.caveat("it is narrower than " + redundant.keeper() + ": scans of it read fewer pages");
    }
    return advice.build();
  }
}
