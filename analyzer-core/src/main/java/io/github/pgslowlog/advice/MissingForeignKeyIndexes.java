package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An index on the columns of a foreign key, where something shows that the server searches by them:
 * it does so when a row of the other table is deleted or its key changes, and EXPLAIN of such a
 * statement does not show it.
 *
 * <pre>
 * DELETE FROM customers WHERE id = $1     reads all of orders, unless there is
 * CREATE INDEX ON orders (customer_id)
 * </pre>
 *
 * <p>Wrong for small tables, for columns of so few values that no index would be used, and where
 * rows of the other table never go; then there is no such advice.
 */
final class MissingForeignKeyIndexes implements AdviceRule {
  /** 20: the rows of one value are too many to be worth an index. */
  private static final double FEW_VALUES = 20;

  private static final double MOSTLY_NULL = 0.5;

  /** 100 units, about a millisecond: where an index on some of the columns does nearly all. */
  private static final double MIN_SAVED = 100;

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    return new Run(context).recommendations();
  }

  private static final class Run {
    private final AdviceContext context;
    private final Sizes sizes;
    private final ForeignKeyEvidence evidence;
    private final NewIndexNames names;

    Run(AdviceContext context) {
      this.context = context;
      sizes = new Sizes(context.catalog());
      evidence = new ForeignKeyEvidence(context, sizes);
      names = NewIndexNames.of(context);
    }

    List<Recommendation> recommendations() {
      List<Recommendation> all = new ArrayList<>();
      Set<CandidateIndex> seen = new HashSet<>();
      for (Constraint foreignKey : new ForeignKeys(context.catalog()).withoutIndex()) {
        if (isWorthAnIndex(foreignKey) && seen.add(index(foreignKey))) {
          foreignKey
              .referenced()
              .flatMap(parent -> recommendation(foreignKey, parent))
              .ifPresent(all::add);
        }
      }
      all.sort(Comparator.comparingLong(Recommendation::micros).reversed());
      return all;
    }

    private boolean isWorthAnIndex(Constraint foreignKey) {
      boolean chosen =
          context.selection().indexes().stream()
              .anyMatch(
                  selected ->
                      ForeignKeys.serves(
                          selected.index(), foreignKey.table(), foreignKey.columns()));
      return !chosen && !sizes.isSmall(foreignKey.table()) && !hasFewValues(foreignKey);
    }

    private boolean hasFewValues(Constraint foreignKey) {
      OptionalDouble rows = sizes.rows(foreignKey.table());
      double values = 1;
      for (String column : foreignKey.columns()) {
        Optional<ColumnStatistics> known = statistics(foreignKey.table(), column);
        if (known.isEmpty()) {
          return false;
        }
        values *= known.get().distinctValues(rows.orElse(Sizes.SMALL));
      }
      return values < FEW_VALUES;
    }

    private Optional<ColumnStatistics> statistics(TableName table, String column) {
      return context.catalog().statistics(table).flatMap(known -> known.column(column));
    }

    private CandidateIndex index(Constraint foreignKey) {
      CandidateIndex index =
          new CandidateIndex(
              foreignKey.table(), foreignKey.columns().stream().map(IndexKey::of).toList());
      String first = foreignKey.columns().get(0);
      boolean mostlyNull =
          foreignKey.columns().size() == 1
              && statistics(foreignKey.table(), first)
                  .filter(known -> known.nullFraction() >= MOSTLY_NULL)
                  .isPresent();
      return mostlyNull ? index.where(ForeignKeys.notNull(first)) : index;
    }

    private Optional<Recommendation> recommendation(Constraint foreignKey, TableName parent) {
      ForeignKeyEvidence.Found found = evidence.of(foreignKey, parent);
      boolean sized = sizes.rows(foreignKey.table()).isPresent();
      if (found.reasons().isEmpty() || !sized && !found.proven()) {
        return Optional.empty();
      }
      CandidateIndex index = index(foreignKey);
      IndexTrial.Verdict verdict =
          sized
              ? new IndexTrial(context).of(index, search(foreignKey), calls(found))
              : IndexTrial.Verdict.UNKNOWN;
      boolean idle = verdict.proof().filter(proof -> !saves(proof, found)).isPresent();
      return verdict.rejected() || idle
          ? Optional.empty()
          : Optional.of(recommendation(foreignKey, parent, index, found, verdict));
    }

    private static boolean saves(Proof proof, ForeignKeyEvidence.Found found) {
      return proof.costBefore() - proof.costAfter() >= MIN_SAVED * calls(found);
    }

    private static long calls(ForeignKeyEvidence.Found found) {
      return Math.max(1, found.served().stream().mapToLong(query -> query.calls()).sum());
    }

    /** The search as the server writes it, but for the casts. */
    private String search(Constraint foreignKey) {
      boolean partitioned =
          context
              .catalog()
              .find(foreignKey.table())
              .filter(table -> table.kind() == Table.Kind.PARTITIONED)
              .isPresent();
      List<String> conditions = new ArrayList<>();
      for (String column : foreignKey.columns()) {
        conditions.add("x." + Identifier.quoted(column) + " = $" + (conditions.size() + 1));
      }
      return "SELECT 1 FROM "
          + (partitioned ? "" : "ONLY ")
          + foreignKey.table().sql()
          + " x WHERE "
          + String.join(" AND ", conditions)
          + " FOR KEY SHARE OF x";
    }

    private Recommendation recommendation(
        Constraint foreignKey,
        TableName parent,
        CandidateIndex index,
        ForeignKeyEvidence.Found found,
        IndexTrial.Verdict verdict) {
      IndexScript script = IndexScript.of(context.catalog(), names, index);
      Recommendation.Builder advice =
          Recommendation.of(Action.CREATE, foreignKey.table(), script.statement())
              .index(index)
              .rollback(script.rollback())
              .verification(script.verification())
              .served(found.served())
              .reason(
                  "foreign key "
                      + foreignKey.name()
                      + " has no index: for a row that leaves "
                      + parent
                      + " the server searches all of "
                      + foreignKey.table()
                      + sizes.rows(foreignKey.table()).stream()
                          .mapToObj(rows -> " (" + Weights.count(rows) + " rows)")
                          .collect(Collectors.joining()));
      found.reasons().forEach(advice::reason);
      verdict.proof().ifPresent(advice::proof);
      verdict.bytes().ifPresent(advice::bytes);
      if (!found.proven() && found.served().isEmpty()) {
        advice.caveat(
            "the log does not show how often the search takes place; where rows of "
                + parent
                + " are seldom deleted, the index costs more when rows are written than it saves");
      }
      if (isUpdated(foreignKey)) {
        advice.caveat(
            "statements of the log update its columns: such updates are no longer heap-only (HOT)");
      }
      advice.caveat(
          "EXPLAIN of the DELETE does not show the search; EXPLAIN ANALYZE shows it as the time of"
              + " the trigger of "
              + foreignKey.name());
      script.caveats().forEach(advice::caveat);
      verdict.bytes().ifPresent(bytes -> advice.caveat(CreationCaveats.room(bytes)));
      return advice.build();
    }

    private boolean isUpdated(Constraint foreignKey) {
      return context.request().patterns().stream()
          .flatMap(shaped -> shaped.shape().stream())
          .anyMatch(
              shape -> ForeignKeyEvidence.updates(shape, foreignKey.table(), foreignKey.columns()));
    }
  }
}
