package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index that nothing reads: neither did the server in 30 days, nor would a statement of the log;
 * and an index that cannot be read, because it was never completed.
 *
 * <p>Wrong for indexes that keep values unique or hold up a constraint, for those that find the
 * rows of a foreign key, and for expressions, which have statistics for their index's sake; then
 * there is no such advice. Each server counts for itself: a standby may use what its primary does
 * not.
 */
final class UnusedIndexes implements AdviceRule {
  /** 30 days: reports at the end of a month are in it. */
  static final long MIN_DAYS = 30;

  /** Drops nothing that takes no room; and tables that small are read whole anyway. */
  private static final double MIN_ROWS = 1000;

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    return new Run(context).recommendations();
  }

  private static final class Run {
    private final AdviceContext context;
    private final ProtectedIndexes bound;
    private final IndexDrop drop;
    private final Sizes sizes;
    private final Set<IndexName> redundant;
    private final Set<IndexName> awaited;
    private final Set<String> planned;

    Run(AdviceContext context) {
      this.context = context;
      bound = new ProtectedIndexes(context.catalog());
      drop = new IndexDrop(context.catalog());
      sizes = new Sizes(context.catalog());
      redundant =
          RedundantIndexes.find(context).stream().flatMap(Run::both).collect(Collectors.toSet());
      awaited = Rewrites.awaited(context);
      planned =
          context.selection().queries().values().stream()
              .flatMap(Run::plans)
              .flatMap(Plans::nodes)
              .flatMap(node -> node.index().stream())
              .collect(Collectors.toSet());
    }

    /** What another rule drops, and what stays to do the work of that from then on. */
    private static Stream<IndexName> both(RedundantIndexes.Redundant redundant) {
      IndexName name = redundant.index().name();
      return Stream.of(name, new IndexName(name.schema(), redundant.keeper()));
    }

    private static Stream<PlanNode> plans(Selection.QueryOutcome outcome) {
      return outcome instanceof Selection.Planned known
          ? Stream.of(known.before(), known.after())
          : Stream.empty();
    }

    List<Recommendation> recommendations() {
      List<Recommendation> all = new ArrayList<>();
      for (Index index : context.catalog().indexes()) {
        if (!index.valid()) {
          invalid(index).ifPresent(all::add);
        } else if (isUnused(index)) {
          all.add(unused(index));
        }
      }
      return all;
    }

    /** The index of a partitioned table is invalid until those of all partitions are attached. */
    private Optional<Recommendation> invalid(Index index) {
      return bound.isBound(index) || drop.isPartitioned(index)
          ? Optional.empty()
          : Optional.of(
              drop.of(index)
                  .reason(
                      "invalid: left behind by CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY"
                          + " that failed; no statement uses it, each write keeps it up")
                  .caveat("see in pg_stat_progress_create_index that it is not just being built")
                  .build());
    }

    private boolean isUnused(Index index) {
      return days() >= MIN_DAYS
          && !bound.contains(index)
          && index.isPlain()
          && !redundant.contains(index.name())
          && !awaited.contains(index.name())
          && isNeverScanned(index)
          && drop.family(index).stream().noneMatch(part -> planned.contains(part.name().name()))
          && sizes.rows(index.table()).orElse(0) >= MIN_ROWS
          && !servesForeignKey(index);
    }

    private long days() {
      return context.catalog().server().observed().map(period -> period.toDays()).orElse(0L);
    }

    private boolean isNeverScanned(Index index) {
      List<Index> counted =
          drop.isPartitioned(index)
              ? drop.family(index).stream().filter(part -> !drop.isPartitioned(part)).toList()
              : List.of(index);
      return !counted.isEmpty()
          && counted.stream()
              .allMatch(part -> part.activity().filter(a -> a.scans() == 0).isPresent());
    }

    private boolean servesForeignKey(Index index) {
      return context.catalog().constraints(index.table()).stream()
          .anyMatch(
              constraint ->
                  constraint.kind() == Constraint.Kind.FOREIGN_KEY
                      && ForeignKeys.serves(index, constraint.columns()));
    }

    private Recommendation unused(Index index) {
      return drop.of(index)
          .reason("not used once in " + Weights.count(days()) + " days")
          .reason("in no plan of the statements of the log")
          .caveat(
              "each server counts for itself: look at idx_scan in pg_stat_user_indexes on every"
                  + " standby, too")
          .caveat("an index that was created during these days has had less time to be used")
          .caveat("work that is done once a quarter or a year may lie outside of these days")
          .build();
    }
  }
}
