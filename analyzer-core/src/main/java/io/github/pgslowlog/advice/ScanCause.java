package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why the costliest scan of a plan is as it is. */
final class ScanCause {
  /** Fewer rows are read at once whatever indexes there are. */
  static final double SMALL = 1000;

  /** 20 %: an index does not pay for more of a table. */
  private static final double LARGE_SHARE = 0.2;

  /** Two workers and the leader, which works a little less. */
  private static final double PARALLEL = 2.4;

  private final Catalog catalog;
  private final Sizes sizes;

  ScanCause(Catalog catalog, Sizes sizes) {
    this.catalog = catalog;
    this.sizes = sizes;
  }

  Optional<String> offset(QueryShape shape) {
    return shape.blocks().stream().anyMatch(block -> block.limit().offset())
        ? Optional.of(
            "OFFSET: the rows that are passed over are read all the same; ask for the rows behind"
                + " the last one seen")
        : Optional.empty();
  }

  Optional<String> of(QueryShape shape, Selection.Planned planned) {
    return Plans.nodes(planned.after())
        .filter(node -> node.table().isPresent())
        .max(Comparator.comparingDouble(PlanNode::totalCost))
        .flatMap(scan -> of(shape, planned.after(), scan, scan.table().orElseThrow()));
  }

  private Optional<String> of(QueryShape shape, PlanNode plan, PlanNode scan, TableName table) {
    double rows = sizes.rows(table).orElse(0);
    String size = rows > 0 ? " (" + Weights.count(rows) + " rows)" : "";
    Optional<String> index = Plans.nodes(scan).flatMap(node -> node.index().stream()).findFirst();
    if (index.isPresent() && scan.rows() <= 1) {
      return Optional.of(
          "finds its row of "
              + table
              + " by index "
              + index.get()
              + ": the time goes elsewhere, as into locks, triggers, foreign keys or a slow disk");
    }
    if (index.isPresent()) {
      return Optional.of(
          "already reads "
              + table
              + " by index "
              + index.get()
              + ": it needs about "
              + Weights.count(scan.rows())
              + " rows of it");
    }
    if (scan.filter().isEmpty()) {
      return Optional.of(whole(plan, table) + size);
    }
    double share = rows > 0 ? share(plan, scan, rows) : 0;
    if (share >= LARGE_SHARE) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "selects about %.0f %% of %s%s: to read all of it is cheaper than by an index",
              100 * share,
              table,
              size));
    }
    return unsargable(shape, table)
        .map(
            predicate ->
                "reads all of "
                    + table
                    + size
                    + ": "
                    + predicate.sargability().words()
                    + ", "
                    + words(predicate));
  }

  private static String whole(PlanNode plan, TableName table) {
    boolean aggregate =
        Plans.nodes(plan)
            .map(PlanNode::type)
            .anyMatch(type -> type.endsWith("Aggregate") || type.equals("Group"));
    return (aggregate ? "aggregates over all of " : "needs all of ") + table;
  }

  private static double share(PlanNode plan, PlanNode scan, double rows) {
    boolean parallel = Plans.nodes(plan).anyMatch(node -> node.type().startsWith("Gather"));
    return Math.min(1, scan.rows() * (parallel ? PARALLEL : 1) / rows);
  }

  /** The first condition on a table that keeps indexes from serving it. */
  private Optional<Predicate> unsargable(QueryShape shape, TableName table) {
    List<Predicate> all =
        shape.blocks().stream().map(QueryBlock::condition).flatMap(Predicates::of).toList();
    return all.stream()
        .filter(predicate -> !predicate.isSargable())
        .filter(predicate -> Predicates.isOn(predicate.term(), family(table)))
        .min(Comparator.comparing(predicate -> rank(predicate.sargability())));
  }

  /** A partition, and the tables that it is part of. */
  private List<TableName> family(TableName table) {
    return catalog
        .find(table)
        .flatMap(Table::partitionOf)
        .map(whole -> List.of(table, whole))
        .orElse(List.of(table));
  }

  /** What nearly any statement has comes last. */
  private static int rank(Sargability cause) {
    return switch (cause) {
      case NEGATION, NOT_PUSHED_DOWN -> 1;
      default -> 0;
    };
  }

  private static String words(Predicate predicate) {
    String term =
        predicate.term() instanceof Term.Computed computed
            ? computed.text()
            : predicate.term().columns().get(0).column();
    return term + (predicate.operator().isEmpty() ? "" : " " + predicate.operator());
  }
}
