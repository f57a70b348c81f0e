package io.github.pgslowlog.workload;

import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.CancelledStatement;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts cancelled statements by reason. Their number is bounded by that of foreign keys. */
final class CancelledAccumulator {
  private static final Comparator<CancelledTotal> MOST_FIRST =
      Comparator.comparingLong(CancelledTotal::count)
          .reversed()
          .thenComparing(CancelledTotal::reason)
          .thenComparing(
              total -> total.foreignKeyCheck().map(ForeignKeyCheck::toString).orElse(""));

  private record Key(CancelReason reason, Optional<ForeignKeyCheck> check) {}

  private final Map<Key, Long> counts = new HashMap<>(2);

  void add(CancelledStatement statement) {
    Key key = new Key(statement.reason(), Optional.ofNullable(statement.foreignKeyCheck()));
    counts.merge(key, 1L, Long::sum);
  }

  void add(CancelledTotal total) {
    counts.merge(new Key(total.reason(), total.foreignKeyCheck()), total.count(), Long::sum);
  }

  void merge(CancelledAccumulator other) {
    other.counts.forEach((key, count) -> counts.merge(key, count, Long::sum));
  }

  List<CancelledTotal> totals() {
    return counts.entrySet().stream()
        .map(e -> new CancelledTotal(e.getKey().reason(), e.getKey().check(), e.getValue()))
        .sorted(MOST_FIRST)
        .toList();
  }
}
