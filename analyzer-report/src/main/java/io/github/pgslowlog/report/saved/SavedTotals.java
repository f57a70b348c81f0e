package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.Workload;
import io.github.pgslowlog.workload.WorkloadHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all statements add up to. */
final class SavedTotals {
  private SavedTotals() {}

  static Workload workload(
      Saved totals,
      List<Pattern> patterns,
      List<CancelledTotal> cancelled,
      WorkloadHistory history) {
    return new Workload(
        patterns,
        totals.optional("otherPatterns", SavedTotals::other),
        byKind(totals.field("byKind")),
        cancelled,
        totals.field("executions").whole(),
        totals.field("executionMs").micros(),
        totals.microsOrZero("joinedMs"),
        totals.microsOrZero("plannedMs"),
        history);
  }

  private static List<KindTotal> byKind(Saved byKind) {
    Map<String, Saved> totals = byKind.map(total -> total);
    return Arrays.stream(StatementKind.values())
        .flatMap(kind -> Stream.ofNullable(totals.get(kind.word())).map(t -> total(kind, t)))
        .toList();
  }

  private static KindTotal total(StatementKind kind, Saved total) {
    return new KindTotal(kind, total.field("count").whole(), total.field("ms").micros());
  }

  private static OtherPatterns other(Saved other) {
    return new OtherPatterns(
        other.field("bound").oneOf(OtherPatterns.Bound.values(), OtherPatterns.Bound::word),
        other.field("approximatePatterns").whole(),
        other.field("messages").whole(),
        other.field("calls").whole(),
        other.field("totalMs").micros(),
        other.field("parseMs").micros(),
        other.field("bindMs").micros(),
        SavedQuery.durations(other),
        other.optionalTime("firstTime"),
        other.optionalTime("lastTime"),
        other.field("users").map(Saved::whole),
        other.field("databases").map(Saved::whole),
        other.field("applications").map(Saved::whole),
        other.field("cancelled").whole());
  }

  static CancelledTotal cancelled(Saved total) {
    return new CancelledTotal(
        total.field("reason").oneOf(CancelReason.values(), CancelReason::word),
        total.optional("foreignKey", SavedTotals::foreignKey),
        total.field("count").whole());
  }

  private static ForeignKeyCheck foreignKey(Saved check) {
    return new ForeignKeyCheck(
        check.field("schema").text(),
        check.field("table").text(),
        check.field("columns").list(Saved::text));
  }
}
