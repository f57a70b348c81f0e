package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.select.WeightedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Searching by a time that is cut to a unit: an index on the expression is a third of one on the
 * time, as few values repeat. A virtual generated column, or a view, keeps all statements to the
 * same expression.
 *
 * <pre>
 * WHERE date_trunc('day', created_at) = $1
 * CREATE INDEX ON orders (date_trunc('day', created_at))
 * ALTER TABLE orders ADD COLUMN created_at_day timestamp
 *   GENERATED ALWAYS AS (date_trunc('day', created_at)) VIRTUAL
 * </pre>
 *
 * <p>Only where the expression is immutable, its values are few, no index on the time itself is
 * there or chosen (then a range on the time needs no new index), the time is not updated, and the
 * planner uses the index. Wrong where statements need other units.
 */
final class DateTruncIndexes implements AdviceRule {
  /** 10 rows a value: fewer do not make the index smaller. */
  private static final double ROWS_A_VALUE = 10;

  /** Virtual generated columns, and date_trunc with a zone as an immutable function. */
  private static final int VERSION = 18;

  private static final Set<Role> SEARCHES = Set.of(Role.EQUALITY, Role.RANGE, Role.IN);

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    return context.model().isEmpty() ? List.of() : new Run(context).recommendations();
  }

  private static final class Run {
    private final AdviceContext context;
    private final Sizes sizes;
    private final NewIndexNames names;
    private final int version;

    Run(AdviceContext context) {
      this.context = context;
      sizes = new Sizes(context.catalog());
      names = NewIndexNames.of(context);
      version = context.catalog().server().majorVersion();
    }

    List<Recommendation> recommendations() {
      Map<TimeGroup, List<ShapedPattern>> found = new LinkedHashMap<>();
      for (ShapedPattern shaped : context.request().patterns()) {
        if (shaped.shape().isPresent() && Weights.isCostly(context, shaped)) {
          shaped.shape().get().blocks().stream()
              .flatMap(block -> times(block, shaped))
              .distinct()
              .filter(this::isWorthIt)
              .forEach(time -> found.computeIfAbsent(time, t -> new ArrayList<>()).add(shaped));
        }
      }
      List<Recommendation> all = new ArrayList<>();
      found.forEach((time, patterns) -> recommendation(time, patterns).ifPresent(all::add));
      return all;
    }

    private static Stream<TimeGroup> times(QueryBlock block, ShapedPattern shaped) {
      return block.predicates().stream()
          .filter(predicate -> SEARCHES.contains(predicate.role()))
          .map(Predicate::term)
          .flatMap(term -> TimeGroup.of(term, shaped.pattern()).stream());
    }

    private boolean isWorthIt(TimeGroup time) {
      double rows = sizes.rows(time.table()).orElse(0);
      return rows >= Sizes.SMALL
          && isImmutable(time)
          && time.likely(context.catalog()).orElse(rows) * ROWS_A_VALUE < rows
          && !isIndexed(time)
          && !isUpdated(time);
    }

    private boolean isImmutable(TimeGroup time) {
      String type = type(time);
      return type.equals("timestamp without time zone") && !time.hasZone()
          || type.equals("timestamp with time zone") && time.hasZone() && version >= VERSION;
    }

    private String type(TimeGroup time) {
      return context
          .catalog()
          .find(time.table())
          .flatMap(table -> table.column(time.column()))
          .map(column -> column.type().replaceAll("\\([0-9]\\)", ""))
          .orElse("");
    }

    /** Whether an index on the time, or on an expression of it, is there or chosen. */
    private boolean isIndexed(TimeGroup time) {
      Stream<IndexKey> existing =
          context.catalog().indexes(time.table()).stream()
              .filter(Index::valid)
              .map(index -> index.keys().get(0));
      Stream<IndexKey> chosen =
          context.selection().indexes().stream()
              .map(Selection.SelectedIndex::index)
              .filter(index -> index.table().equals(time.table()))
              .map(index -> index.keys().get(0));
      return Stream.concat(existing, chosen)
          .anyMatch(
              key ->
                  key.expression()
                      ? key.text().contains(time.column())
                      : key.text().equals(time.column()));
    }

    private boolean isUpdated(TimeGroup time) {
      return context.request().patterns().stream()
          .flatMap(shaped -> shaped.shape().stream())
          .anyMatch(
              shape -> ForeignKeyEvidence.updates(shape, time.table(), List.of(time.column())));
    }

    private Optional<Recommendation> recommendation(TimeGroup time, List<ShapedPattern> patterns) {
      CandidateIndex index =
          new CandidateIndex(time.table(), List.of(IndexKey.ofExpression(time.sql())));
      Optional<WeightedQuery> query =
          context.queries().stream()
              .filter(one -> one.fingerprint().equals(patterns.get(0).pattern().fingerprint()))
              .findFirst();
      return query
          .map(one -> new IndexTrial(context).of(index, one.statements().get(0), one.calls()))
          .filter(verdict -> verdict.proof().isPresent())
          .map(verdict -> recommendation(time, patterns, index, verdict));
    }

    private Recommendation recommendation(
        TimeGroup time,
        List<ShapedPattern> patterns,
        CandidateIndex index,
        IndexTrial.Verdict verdict) {
      IndexScript script = IndexScript.of(context.catalog(), names, index);
      Recommendation.Builder advice =
          Recommendation.of(Action.CREATE, time.table(), script.statement())
              .index(index)
              .rollback(script.rollback())
              .verification(script.verification())
              .served(Weights.served(patterns))
              .reason("statements search by " + time.sql() + ", which has few values")
              .caveat(
                  "a range of "
                      + Identifier.quoted(time.column())
                      + " with an index on it serves other units, too: prefer it if there are any")
              .caveat("keep all statements to the same expression: " + canonical(time));
      verdict.proof().ifPresent(advice::proof);
      verdict.bytes().ifPresent(advice::bytes);
      script.caveats().forEach(advice::caveat);
      return advice.build();
    }

    private String canonical(TimeGroup time) {
      String name = Identifier.quoted(time.column() + "_" + time.unit());
      String table = time.table().sql();
      String type =
          time.sql().endsWith("::date") ? "date" : time.hasZone() ? "timestamptz" : "timestamp";
      return version >= VERSION
          ? "ALTER TABLE "
              + table
              + " ADD COLUMN "
              + name
              + " "
              + type
              + " GENERATED ALWAYS AS ("
              + time.sql()
              + ") VIRTUAL"
          : "a view with " + time.sql() + " AS " + name;
    }
  }
}
