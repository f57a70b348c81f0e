package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import io.github.pgslowlog.workload.CancelledTotal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What shows that the rows that reference a row are searched for, as the server does when that row
 * is deleted or its key changes.
 */
final class ForeignKeyEvidence {
  /** Reasons that come from taking long; waiting for a lock is none. */
  private static final Set<CancelReason> TOO_LONG =
      Set.of(
          CancelReason.STATEMENT_TIMEOUT,
          CancelReason.TRANSACTION_TIMEOUT,
          CancelReason.USER_REQUEST);

  /** 1 ms: with an index a search takes a tenth of it. */
  private static final double SLOW_TRIGGER_MILLIS = 1;

  /** 100 scans of half the table each are no accident. */
  private static final long MANY_SCANS = 100;

  private static final double WHOLE_TABLE = 0.5;

  private final AdviceContext context;
  private final Sizes sizes;

  ForeignKeyEvidence(AdviceContext context, Sizes sizes) {
    this.context = context;
    this.sizes = sizes;
  }

  /**
   * What was found.
   *
   * @param reasons in words, the strongest first; none if nothing was found
   * @param served patterns that search
   * @param proven whether the log shows the search itself
   */
  record Found(List<String> reasons, List<ServedQuery> served, boolean proven) {}

  Found of(Constraint foreignKey, TableName parent) {
    List<String> proofs = new ArrayList<>();
    cancelled(foreignKey).ifPresent(proofs::add);
    List<ShapedPattern> writers =
        context.request().patterns().stream()
            .filter(shaped -> writes(shaped, foreignKey, parent))
            .toList();
    trigger(writers, foreignKey).ifPresent(proofs::add);
    List<String> reasons = new ArrayList<>(proofs);
    if (!writers.isEmpty()) {
      reasons.add(words(writers, parent));
    }
    sizes
        .activity(parent, TableActivity::deleted)
        .filter(deleted -> deleted > 0)
        .ifPresent(deleted -> reasons.add(deletions(deleted, parent, foreignKey)));
    if (reasons.isEmpty()) {
      scans(foreignKey.table()).ifPresent(reasons::add);
    }
    return new Found(reasons, Weights.served(writers), !proofs.isEmpty());
  }

  private Optional<String> cancelled(Constraint foreignKey) {
    long count =
        context.request().workload().cancelled().stream()
            .filter(total -> TOO_LONG.contains(total.reason()))
            .filter(total -> total.foreignKeyCheck().filter(c -> is(c, foreignKey)).isPresent())
            .mapToLong(CancelledTotal::count)
            .sum();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            count
                + (count == 1 ? " statement was" : " statements were")
                + " cancelled while the server searched "
                + foreignKey.table()
                + " for referencing rows");
  }

  private static boolean is(ForeignKeyCheck check, Constraint foreignKey) {
    return new TableName(check.schema(), check.table()).equals(foreignKey.table())
        && new HashSet<>(check.columns()).equals(new HashSet<>(foreignKey.columns()));
  }

  private static Optional<String> trigger(List<ShapedPattern> writers, Constraint foreignKey) {
    return writers.stream()
        .flatMap(shaped -> shaped.pattern().plan().stream())
        .flatMap(plan -> TriggerTimes.find(plan.plan().text(), foreignKey.name()).stream())
        .filter(time -> time.millisPerCall() >= SLOW_TRIGGER_MILLIS)
        .findFirst()
        .map(
            time ->
                "auto_explain saw the trigger of "
                    + foreignKey.name()
                    + " take "
                    + Weights.time(1000 * time.millisPerCall())
                    + " per row");
  }

  private static boolean writes(ShapedPattern shaped, Constraint foreignKey, TableName parent) {
    return shaped
        .shape()
        .filter(shape -> shape.written().contains(parent))
        .filter(
            shape ->
                shape.type() == StatementType.DELETE
                    || shape.type() == StatementType.UPDATE
                        && updates(shape, parent, foreignKey.referencedColumns()))
        .isPresent();
  }

  /** Whether a statement sets one of the columns of a table. */
  static boolean updates(QueryShape shape, TableName table, List<String> columns) {
    return shape.blocks().stream()
        .flatMap(block -> block.uses().stream())
        .filter(use -> use.role() == Role.UPDATED && columns.contains(use.column().column()))
        .anyMatch(
            use ->
                use.column() instanceof ColumnRef.Resolved known
                    && known.table().table().equals(table));
  }

  private static String words(List<ShapedPattern> writers, TableName parent) {
    long calls = writers.stream().mapToLong(shaped -> shaped.pattern().calls()).sum();
    long micros = writers.stream().mapToLong(shaped -> shaped.pattern().executionMicros()).sum();
    return "slow statements of the log delete from "
        + parent
        + " or change its key: "
        + Weights.count(calls)
        + (calls == 1 ? " call, " : " calls, ")
        + Weights.time(micros);
  }

  private static String deletions(long deleted, TableName parent, Constraint foreignKey) {
    String also =
        switch (foreignKey.onDelete()) {
          case CASCADE -> ", each with the rows that reference it";
          case SET_NULL, SET_DEFAULT -> ", each with a change of the rows that reference it";
          default -> "";
        };
    return Weights.count(deleted) + " rows of " + parent + " were deleted" + also;
  }

  private Optional<String> scans(TableName child) {
    long scans = sizes.activity(child, TableActivity::sequentialScans).orElse(0L);
    long read = sizes.activity(child, TableActivity::sequentialRows).orElse(0L);
    double rows = sizes.rows(child).orElse(0);
    return scans >= MANY_SCANS && (double) read / scans >= WHOLE_TABLE * rows
        ? Optional.of(child + " was read from beginning to end " + Weights.count(scans) + " times")
        : Optional.empty();
  }
}
