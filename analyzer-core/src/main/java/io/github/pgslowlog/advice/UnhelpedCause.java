package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.select.Selection;
import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why no index helps a pattern: what the statement is, then what its plan says. */
final class UnhelpedCause {
  /** 100 units: a handful of pages. */
  private static final double CHEAP = 100;

  /** 100 ms for a handful of pages is not spent on reading them. */
  private static final long LONG_MICROS = 100_000;

  private final AdviceContext context;
  private final Sizes sizes;
  private final ScanCause scans;

  UnhelpedCause(AdviceContext context) {
    this.context = context;
    sizes = new Sizes(context.catalog());
    scans = new ScanCause(context.catalog(), sizes);
  }

  String of(ShapedPattern shaped) {
    Pattern pattern = shaped.pattern();
    if (shaped.shape().isEmpty()) {
      return StatementType.of(pattern.query()) == StatementType.UTILITY
          ? "a utility command: "
              + pattern.query().split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT)
          : "its text is not understood";
    }
    QueryShape shape = shaped.shape().get();
    if (isPlainInsert(shape)) {
      return insert(shape);
    }
    Selection.QueryOutcome outcome = context.selection().queries().get(pattern.fingerprint());
    if (outcome instanceof Selection.Failed failed) {
      return "could not be planned: " + failed.reason();
    }
    return outcome instanceof Selection.Planned planned
        ? planned(pattern, shape, planned)
        : "could not be planned: several statements in one, or none that is complete";
  }

  private static boolean isPlainInsert(QueryShape shape) {
    return shape.type() == StatementType.INSERT
        && shape.blocks().stream()
            .allMatch(
                block ->
                    block.tables().isEmpty()
                        || block.tables().stream()
                            .allMatch(table -> shape.written().contains(table.table())));
  }

  private String insert(QueryShape shape) {
    List<TableName> written = shape.written();
    if (written.isEmpty()) {
      return "only writes rows";
    }
    int indexes = context.catalog().indexes(written.get(0)).size();
    return "only writes rows: the time goes into "
        + written.get(0)
        + (indexes == 0 ? "" : ", its " + indexes + (indexes == 1 ? " index" : " indexes"))
        + ", its triggers and foreign keys, or waiting for locks";
  }

  private String planned(Pattern pattern, QueryShape shape, Selection.Planned planned) {
    return elsewhere(pattern, planned)
        .or(() -> small(shape))
        .or(() -> scans.offset(shape))
        .or(() -> scans.of(shape, planned))
        .orElseGet(
            () ->
                "no index that was tried makes it cheaper by 10 % (cost "
                    + Weights.count(planned.costBefore())
                    + ")");
  }

  private Optional<String> elsewhere(Pattern pattern, Selection.Planned planned) {
    long mean = pattern.durations().map(DurationSummary::mean).orElse(0L);
    if (planned.costBefore() >= CHEAP || mean < LONG_MICROS) {
      return Optional.empty();
    }
    String index =
        Plans.nodes(planned.before())
            .flatMap(node -> node.index().stream())
            .findFirst()
            .map(name -> ", by index " + name)
            .orElse("");
    return Optional.of(
        String.format(
            Locale.ROOT,
            "cheap by its plan (cost %.1f%s), but a call takes %s: the time goes into waiting for"
                + " locks, triggers, foreign keys, the disk or the client%s",
            planned.costBefore(),
            index,
            Weights.time(mean),
            lockTimeouts()));
  }

  private String lockTimeouts() {
    long count =
        context.request().workload().cancelled().stream()
            .filter(total -> total.reason() == CancelReason.LOCK_TIMEOUT)
            .mapToLong(CancelledTotal::count)
            .sum();
    return count == 0
        ? ""
        : "; lock_timeout ended " + Weights.count(count) + " statements of the log";
  }

  private Optional<String> small(QueryShape shape) {
    Optional<TableName> largest =
        shape.tables().stream()
            .filter(table -> sizes.rows(table).isPresent())
            .max(Comparator.comparingDouble(table -> sizes.rows(table).orElse(0)));
    boolean allKnown = shape.tables().stream().allMatch(table -> sizes.rows(table).isPresent());
    return largest
        .filter(table -> allKnown && sizes.rows(table).orElse(0) < ScanCause.SMALL)
        .map(
            table ->
                "its tables are small: "
                    + table
                    + ", the largest, has "
                    + Weights.count(sizes.rows(table).orElse(0))
                    + " rows");
  }
}
