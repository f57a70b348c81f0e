package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Grouping by a time that is cut to a unit: the planner knows how many times there are, not how
 * many days. It takes nearly every row for a group of its own, and prepares for it with sorting or
 * a hash table on disk.
 *
 * <pre>
 * GROUP BY date_trunc('day', created_at)
 * CREATE STATISTICS orders_created_at_day_stat ON (date_trunc('day', created_at)) FROM orders;
 * </pre>
 *
 * <p>Statistics cost nothing when rows are written; an index on the expression would help by its
 * statistics only, as the whole table is read anyway. Wrong where statistics or such an index are
 * there already.
 */
final class DateTruncGroups implements AdviceRule {
  /** 10: less does not change the plan much. */
  private static final double OVERESTIMATE = 10;

  /** 10,000 groups fit into any work_mem. */
  private static final double MANY_GROUPS = 10_000;

  /** Expressions in CREATE STATISTICS came with version 14. */
  private static final int VERSION = 14;

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    int version = context.catalog().server().majorVersion();
    if (version != 0 && version < VERSION) {
      return List.of();
    }
    Sizes sizes = new Sizes(context.catalog());
    Map<TimeGroup, List<ShapedPattern>> found = new LinkedHashMap<>();
    Map<TimeGroup, String> words = new LinkedHashMap<>();
    for (ShapedPattern shaped : context.request().patterns()) {
      if (shaped.shape().isPresent() && Weights.isCostly(context, shaped)) {
        for (QueryBlock block : shaped.shape().get().blocks()) {
          group(shaped, block)
              .filter(group -> !sizes.isSmall(group.table()) && !isKnown(context, group))
              .ifPresent(
                  group ->
                      overestimate(context, shaped, group)
                          .ifPresent(
                              told -> {
                                words.putIfAbsent(group, told);
                                found.computeIfAbsent(group, g -> new ArrayList<>()).add(shaped);
                              }));
        }
      }
    }
    return found.entrySet().stream()
        .map(
            entry ->
                recommendation(
                    context,
                    entry.getKey(),
                    entry.getValue(),
                    words.getOrDefault(entry.getKey(), ""),
                    version))
        .toList();
  }

  /** With other keys beside it, the number of groups is more than that of days. */
  private static Optional<TimeGroup> group(ShapedPattern shaped, QueryBlock block) {
    return block.groupBy().size() == 1
        ? TimeGroup.of(block.groupBy().get(0), shaped.pattern())
        : Optional.empty();
  }

  private static boolean isKnown(AdviceContext context, TimeGroup group) {
    return isIndexed(context, group)
        || context.catalog().extendedStatistics(group.table()).stream()
            .flatMap(statistics -> statistics.expressions().stream())
            .anyMatch(group::isWrittenAs);
  }

  private static boolean isIndexed(AdviceContext context, TimeGroup group) {
    return context.catalog().indexes(group.table()).stream()
        .flatMap(index -> index.keys().stream())
        .filter(IndexKey::expression)
        .anyMatch(
            key ->
                key.text().contains(group.column())
                    && (key.text().contains("date_trunc") || key.text().contains("date")));
  }

  private static Optional<String> overestimate(
      AdviceContext context, ShapedPattern shaped, TimeGroup group) {
    OptionalDouble likely = group.likely(context.catalog());
    double expected =
        Plans.planned(context, shaped.pattern().fingerprint()).stream()
            .flatMap(planned -> Plans.nodes(planned.after()))
            .filter(node -> node.type().endsWith("Aggregate") || node.type().equals("Group"))
            .mapToDouble(PlanNode::rows)
            .max()
            .orElse(0);
    boolean wrong =
        likely.isPresent()
            && expected >= MANY_GROUPS
            && expected >= OVERESTIMATE * likely.getAsDouble();
    return wrong
        ? Optional.of(
            "the planner expects "
                + Weights.count(expected)
                + " groups; the values of "
                + group.column()
                + " span about "
                + Weights.count(likely.getAsDouble())
                + " units of one "
                + group.unit())
        : Optional.empty();
  }

  private static Recommendation recommendation(
      AdviceContext context,
      TimeGroup group,
      List<ShapedPattern> patterns,
      String words,
      int version) {
    Recommendation.Builder advice =
        StatisticsScript.of(
                context.catalog(),
                group.table(),
                group.column() + "_" + group.unit(),
                "ON (" + group.sql() + ")")
            .served(Weights.served(patterns))
            .reason(words)
            .reason("with statistics on the expression it knows, at no cost when rows are written");
    if (version == 0) {
      advice.caveat("needs PostgreSQL 14 or newer");
    }
    return advice.build();
  }
}
