package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.ExtendedStatistics;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.JoinPredicate;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.TableRef;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Columns that depend on each other: the planner multiplies their shares, and expects far too few
 * rows where both are asked for.
 *
 * <pre>
 * WHERE city = $1 AND zip = $2    expected 25 rows, there were 50,000
 * CREATE STATISTICS addresses_city_zip_stat (dependencies, ndistinct, mcv) ON city, zip FROM ...
 * </pre>
 *
 * <p>Only where auto_explain wrote expected and actual rows, and nothing but these equalities can
 * be the cause. Statistics that are old look the same: ANALYZE comes first.
 */
final class CorrelatedColumns implements AdviceRule {
  /** 10: less seldom changes a plan. */
  private static final double UNDERESTIMATE = 10;

  private static final double MANY_ROWS = 1000;

  /** More columns than 8 are not possible; more than 4 tell nothing about any of them. */
  private static final int MAX_COLUMNS = 4;

  private static final Set<ExtendedStatistics.Kind> SELECTIVITY =
      Set.of(ExtendedStatistics.Kind.DEPENDENCIES, ExtendedStatistics.Kind.MCV);

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    int version = context.catalog().server().majorVersion();
    if (version != 0 && version < 10) {
      return List.of();
    }
    Map<String, Recommendation> found = new LinkedHashMap<>();
    for (ShapedPattern shaped : context.request().patterns()) {
      if (shaped.shape().isPresent() && Weights.isCostly(context, shaped)) {
        for (QueryBlock block : shaped.shape().get().blocks()) {
          for (TableRef table : block.tables()) {
            recommendation(context, shaped, block, table, version)
                .ifPresent(advice -> found.putIfAbsent(advice.statement(), advice));
          }
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private static Optional<Recommendation> recommendation(
      AdviceContext context, ShapedPattern shaped, QueryBlock block, TableRef table, int version) {
    Set<String> columns = columns(block, table);
    boolean once =
        shaped.shape().stream()
                .flatMap(shape -> shape.blocks().stream())
                .flatMap(other -> other.tables().stream())
                .filter(other -> other.table().name().equals(table.table().name()))
                .count()
            == 1;
    boolean possible = columns.size() >= 2 && columns.size() <= MAX_COLUMNS && once;
    if (!possible || isKnown(context, table.table(), columns)) {
      return Optional.empty();
    }
    boolean joined = block.joins().stream().anyMatch(join -> isOn(join, table));
    return shaped.pattern().plan().stream()
        .flatMap(plan -> ActualRows.of(plan).stream())
        .filter(rows -> rows.table().equals(table.table().name()))
        .filter(rows -> !joined || !rows.byIndex())
        .filter(rows -> rows.actual() >= MANY_ROWS)
        .filter(rows -> rows.actual() >= UNDERESTIMATE * Math.max(1, rows.expected()))
        .findFirst()
        .map(rows -> recommendation(context, shaped, table.table(), columns, rows, version));
  }

  /** Whether there are statistics of these columns: then something else is the cause. */
  private static boolean isKnown(AdviceContext context, TableName table, Set<String> columns) {
    return context.catalog().extendedStatistics(table).stream()
        .filter(known -> known.columns().containsAll(columns))
        .anyMatch(known -> known.kinds().stream().anyMatch(SELECTIVITY::contains));
  }

  /** The columns compared for equality; none if the table has any other condition. */
  private static Set<String> columns(QueryBlock block, TableRef table) {
    List<Predicate> all =
        Predicates.of(block.condition())
            .filter(
                predicate ->
                    predicate.term().columns().stream().anyMatch(column -> isOf(column, table)))
            .toList();
    boolean plain =
        block.predicates().containsAll(all)
            && all.stream()
                .allMatch(
                    predicate ->
                        predicate.role() == Role.EQUALITY
                            && predicate.isSargable()
                            && predicate.term().plainColumn().isPresent());
    Set<String> columns = new TreeSet<>();
    if (plain) {
      all.forEach(predicate -> columns.add(predicate.term().columns().get(0).column()));
    }
    return columns;
  }

  private static boolean isOn(JoinPredicate join, TableRef table) {
    return Stream.of(join.left(), join.right()).anyMatch(column -> isOf(column, table));
  }

  private static boolean isOf(ColumnRef column, TableRef table) {
    return column instanceof ColumnRef.Resolved known && known.table().equals(table);
  }

  private static Recommendation recommendation(
      AdviceContext context,
      ShapedPattern shaped,
      TableName table,
      Set<String> columns,
      ActualRows rows,
      int version) {
    String kinds =
        version != 0 && version < 12
            ? "(dependencies, ndistinct)"
            : "(dependencies, ndistinct, mcv)";
    return StatisticsScript.of(
            context.catalog(),
            table,
            String.join("_", columns),
            kinds + " ON " + SqlText.list(columns))
        .served(Weights.served(List.of(shaped)))
        .reason(
            "the planner expected "
                + Weights.count(rows.expected())
                + " rows of "
                + table
                + ", auto_explain counted "
                + Weights.count(rows.actual()))
        .caveat("run ANALYZE alone first: statistics that are old look the same")
        .build();
  }
}
