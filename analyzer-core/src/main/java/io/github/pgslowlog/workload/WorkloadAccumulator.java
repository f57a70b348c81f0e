package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds statements up. Parts of a log may be added apart and merged in any order.
 *
 * <p>For one thread at a time.
 */
public final class WorkloadAccumulator {
  private static final Comparator<Pattern> COSTLIEST_FIRST =
      Comparator.comparingLong(Pattern::executionMicros)
          .thenComparingLong(Pattern::calls)
          .reversed()
          .thenComparing(Pattern::fingerprint);

  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final Map<Fingerprint, PatternAccumulator> patterns = new HashMap<>();
  private final Map<StatementKind, KindTotal> byKind = new EnumMap<>(StatementKind.class);

  /** Starts empty. */
  public WorkloadAccumulator() {}

  /**
   * Adds a statement.
   *
   * @param statement a duration message
   */
  public void add(LoggedStatement statement) {
    addTotal(new KindTotal(statement.kind(), 1, statement.durationMicros()));
    Slice sql = statement.sql();
    if (sql == null || !statement.kind().hasSql()) {
      return;
    }
    Fingerprint fingerprint = canonicalizer.read(sql);
    PatternAccumulator pattern = patterns.get(fingerprint);
    if (pattern == null) {
      pattern = new PatternAccumulator(canonicalizer.canonical(fingerprint));
      patterns.put(fingerprint, pattern);
    }
    pattern.add(statement);
  }

  /**
   * Adds what another part of the log added up to. The other is not to be used any more.
   *
   * @param other the part
   */
  public void merge(WorkloadAccumulator other) {
    other.byKind.values().forEach(this::addTotal);
    other.patterns.forEach(
        (fingerprint, theirs) -> {
          PatternAccumulator ours = patterns.putIfAbsent(fingerprint, theirs);
          if (ours != null) {
            ours.merge(theirs);
          }
        });
  }

  private void addTotal(KindTotal added) {
    byKind.merge(
        added.kind(),
        added,
        (old, one) ->
            new KindTotal(old.kind(), old.count() + one.count(), old.micros() + one.micros()));
  }

  /**
   * What was added so far.
   *
   * @return an immutable snapshot
   */
  public Workload toWorkload() {
    return new Workload(
        patterns.values().stream()
            .map(PatternAccumulator::toPattern)
            .sorted(COSTLIEST_FIRST)
            .toList(),
        byKind.values().stream().toList());
  }
}
