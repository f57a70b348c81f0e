package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Term;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.ServedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A condition that no index on the plain column serves, although one that means the same could be:
 * to write it otherwise comes before any index on the expression.
 *
 * <pre>
 * created_at::date = $1    created_at >= $1::date AND created_at &lt; $1::date + 1
 * </pre>
 *
 * <p>Only for patterns of 1 % of the time or more, on tables that are not small, where the plan
 * tests the condition row by row.
 */
final class Rewrites implements AdviceRule {
  private static final List<ConditionRewrite> FORMS =
      List.of(new DayRewrite(), new CastRewrite(), new ArithmeticRewrite(), new ArrayRewrite());

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    return new Run(context).recommendations();
  }

  /** Indexes that serve statements once these are rewritten. */
  static Set<IndexName> awaited(AdviceContext context) {
    return new Run(context)
        .groups().stream()
            .flatMap(group -> existing(context.catalog(), group).stream())
            .map(Index::name)
            .collect(Collectors.toSet());
  }

  /** What to say of an index on an expression that no statement needs once it is rewritten. */
  static Optional<String> caveat(AdviceContext context, Selection.SelectedIndex selected) {
    if (selected.index().keys().stream().noneMatch(IndexKey::expression)) {
      return Optional.empty();
    }
    return new Run(context)
        .groups().stream()
            .filter(group -> isFor(group, selected))
            .findFirst()
            .map(
                group ->
                    "needed only as long as the statement is not rewritten, which is advised, too"
                        + existing(context.catalog(), group)
                            .map(index -> ": index " + index.name().name() + " serves it then")
                            .orElse(""));
  }

  private static boolean isFor(Group group, Selection.SelectedIndex selected) {
    Set<Fingerprint> rewritten =
        group.patterns().stream()
            .map(shaped -> shaped.pattern().fingerprint())
            .collect(Collectors.toSet());
    return group.table().equals(selected.index().table())
        && !group.column().isEmpty()
        && selected.index().keys().stream()
            .anyMatch(key -> key.expression() && key.text().contains(group.column()))
        && !selected.served().isEmpty()
        && selected.served().stream().map(ServedQuery::fingerprint).allMatch(rewritten::contains);
  }

  /** An index that begins with the column. */
  private static Optional<Index> existing(Catalog catalog, Group group) {
    return catalog.indexes(group.table()).stream()
        .filter(index -> index.valid() && index.accessMethod().equals(CandidateIndex.BTREE))
        .filter(index -> index.predicate().isEmpty())
        .filter(
            index ->
                !index.keys().get(0).expression()
                    && index.keys().get(0).text().equals(group.column()))
        .findFirst();
  }

  /** Patterns that an index which exists serves once they are written otherwise. */
  static Set<Fingerprint> servedThen(AdviceContext context) {
    return new Run(context)
        .groups().stream()
            .filter(group -> !group.first().kind().equals("array"))
            .filter(group -> existing(context.catalog(), group).isPresent())
            .flatMap(group -> group.patterns().stream())
            .map(shaped -> shaped.pattern().fingerprint())
            .collect(Collectors.toSet());
  }

  /** A rewrite of a kind on a column. */
  private record Key(TableName table, String column, String kind, String term) {}

  /** A rewrite, and the patterns it is for. */
  private record Group(
      TableName table, String column, Rewrite first, List<ShapedPattern> patterns) {}

  private static final class Run {
    private final AdviceContext context;
    private final Sizes sizes;
    private final Map<Key, Group> groups = new LinkedHashMap<>();

    Run(AdviceContext context) {
      this.context = context;
      sizes = new Sizes(context.catalog());
    }

    List<Recommendation> recommendations() {
      return groups().stream().map(this::recommendation).toList();
    }

    Collection<Group> groups() {
      for (ShapedPattern shaped : context.request().patterns()) {
        if (shaped.shape().isPresent() && Weights.isCostly(context, shaped)) {
          QueryShape shape = shaped.shape().get();
          shape.blocks().forEach(block -> conditions(shaped, block));
          new BlockRewrites(context, sizes)
              .of(shaped, shape)
              .forEach((table, rewrite) -> add(shaped, table, "", rewrite));
        }
      }
      return groups.values();
    }

    private void conditions(ShapedPattern shaped, QueryBlock block) {
      for (Predicate predicate : block.predicates()) {
        comparison(shaped, block, predicate)
            .filter(comparison -> isWorthIt(shaped, comparison.table()))
            .ifPresent(
                comparison ->
                    rewrite(shaped, comparison)
                        .ifPresent(
                            rewrite ->
                                add(
                                    shaped,
                                    comparison.table(),
                                    comparison.column().name(),
                                    rewrite)));
      }
    }

    private Optional<Comparison> comparison(
        ShapedPattern shaped, QueryBlock block, Predicate predicate) {
      if (predicate.isSargable()) {
        return Optional.empty();
      }
      return Predicates.column(predicate.term())
          .flatMap(
              column ->
                  definition(column)
                      .map(
                          definition ->
                              new Comparison(
                                  column.table().table(),
                                  definition,
                                  name(block, column),
                                  predicate,
                                  shaped.pattern().query())));
    }

    private Optional<ColumnDefinition> definition(ColumnRef.Resolved column) {
      return context
          .catalog()
          .find(column.table().table())
          .flatMap(table -> table.column(column.column()));
    }

    private static String name(QueryBlock block, ColumnRef.Resolved column) {
      String own = Identifier.quoted(column.column());
      return block.tables().size() > 1
          ? Identifier.quoted(column.table().alias()) + "." + own
          : own;
    }

    private static Optional<Rewrite> rewrite(ShapedPattern shaped, Comparison comparison) {
      Term term = comparison.predicate().term();
      return FORMS.stream()
          .flatMap(form -> form.of(comparison).stream())
          .findFirst()
          .or(() -> TruncatedTimeRewrite.of(comparison, TimeUnits.of(term, shaped.pattern())))
          .or(() -> YearRewrite.of(comparison, TimeUnits.part(term, shaped.pattern())));
    }

    /** Whether the table is not small and its rows are tested one by one, as far as is known. */
    private boolean isWorthIt(ShapedPattern shaped, TableName table) {
      if (sizes.isSmall(table)) {
        return false;
      }
      List<TableName> parts = new ArrayList<>(sizes.leaves(table));
      parts.add(table);
      Optional<Selection.Planned> planned = Plans.planned(context, shaped.pattern().fingerprint());
      return planned.isEmpty()
          || parts.stream()
              .flatMap(part -> Plans.reads(planned.get().before(), part))
              .anyMatch(node -> !node.filter().isEmpty());
    }

    private void add(ShapedPattern shaped, TableName table, String column, Rewrite rewrite) {
      Key key =
          new Key(table, column, rewrite.kind(), rewrite.instead().replaceAll("\\$\\d+", "\\$"));
      Group group =
          groups.computeIfAbsent(key, k -> new Group(table, column, rewrite, new ArrayList<>()));
      if (!group.patterns().contains(shaped)) {
        group.patterns().add(shaped);
      }
    }

    private Recommendation recommendation(Group group) {
      Recommendation.Builder advice =
          Recommendation.of(Action.REWRITE, group.table(), group.first().statement())
              .served(Weights.served(group.patterns()))
              .reason(group.first().reason())
              .reason(Weights.percent(share(group)) + " of the time");
      if (!group.column().isEmpty() && !group.first().kind().equals("array")) {
        advice.reason(index(context.catalog(), group));
      }
      group.first().caveats().forEach(advice::caveat);
      return advice.build();
    }

    private double share(Group group) {
      return group.patterns().stream()
          .mapToDouble(shaped -> Weights.share(context, shaped.pattern()))
          .sum();
    }

    private static String index(Catalog catalog, Group group) {
      return existing(catalog, group)
          .map(index -> "index " + index.name().name() + " serves it then")
          .orElse("an index on " + Identifier.quoted(group.column()) + " can serve it then");
    }
  }
}
