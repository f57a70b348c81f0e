package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.fingerprint.SqlTags;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.sample.SampleAccumulator;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements of one pattern add up to. */
final class PatternAccumulator extends StatementTotals {
  /** 64 KiB: plans of hundreds of nodes with their query; a longer one would help nobody. */
  private static final int MAX_PLAN_BYTES = 64 << 10;

  private static final Comparator<PlannedStatement> SLOWEST_LAST =
      Comparator.comparingLong(PlannedStatement::micros)
          .thenComparing(p -> p.time() == null ? Instant.MAX : p.time())
          .thenComparing(p -> p.location().file())
          .thenComparingLong(p -> p.location().offset())
          .thenComparing(p -> p.plan().text());

  private final CanonicalSql canonical;
  private final SampleAccumulator samples = new SampleAccumulator();
  private @Nullable TagCounts tags;
  private @Nullable PlannedStatement plan;

  /** The run it belongs to: of two runs over the same texts each has its own. */
  private WorkloadAccumulator owner;

  PatternAccumulator(CanonicalSql canonical, WorkloadAccumulator owner) {
    this.canonical = canonical;
    this.owner = owner;
  }

  boolean isOf(WorkloadAccumulator run) {
    return owner == run;
  }

  void moveTo(WorkloadAccumulator run) {
    owner = run;
  }

  /** Shows the text of a call that was added. Hot path. */
  void sample(
      boolean mayHaveTags,
      Origin origin,
      long timeMicros,
      long micros,
      byte[] sql,
      int sqlFrom,
      int sqlTo,
      byte @Nullable [] detail,
      int detailFrom,
      int detailTo,
      SampleBudget budget) {
    if (mayHaveTags) {
      addTags(Slice.of(sql, sqlFrom, sqlTo));
    }
    samples.add(
        sql, sqlFrom, sqlTo, detail, detailFrom, detailTo, micros, timeMicros, origin, budget);
  }

  private void addTags(Slice sql) {
    Map<String, String> read = SqlTags.read(sql);
    if (!read.isEmpty()) {
      TagCounts counts = tags == null ? new TagCounts() : tags;
      counts.add(read);
      tags = counts;
    }
  }

  /** Adds a plan; its time counts if no duration of the statement was logged. */
  void add(PlannedStatement planned, Slice sql, SampleBudget budget) {
    boolean kept = planned.plan().length() + sql.length() <= MAX_PLAN_BYTES;
    plan = kept ? slower(plan, planned) : plan;
    if (planned.counted()) {
      long time = EpochMicros.of(planned.time());
      long micros = planned.micros();
      Slice detail = planned.detail();
      add(StatementKind.STATEMENT, true, planned.origin(), time, micros);
      sample(
          true,
          planned.origin(),
          time,
          micros,
          sql.array(),
          sql.from(),
          sql.to(),
          detail == null ? null : detail.array(),
          detail == null ? 0 : detail.from(),
          detail == null ? 0 : detail.to(),
          budget);
    }
  }

  SampleAccumulator samples() {
    return samples;
  }

  /** Whether there is more than a plan. */
  boolean isUsed() {
    return messages() > 0;
  }

  /** The slower of two; of equals always the same one. */
  private static @Nullable PlannedStatement slower(
      @Nullable PlannedStatement one, @Nullable PlannedStatement other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return SLOWEST_LAST.compare(one, other) < 0 ? other : one;
  }

  void merge(PatternAccumulator other) {
    mergeTotals(other);
    samples.merge(other.samples);
    plan = slower(plan, other.plan);
    if (tags != null && other.tags != null) {
      tags.merge(other.tags);
    } else {
      tags = tags == null ? other.tags : tags;
    }
  }

  Pattern toPattern() {
    return new Pattern(
        canonical.fingerprint(),
        canonical.text(),
        calls(),
        executionMicros(),
        parseMicros(),
        bindMicros(),
        durations(),
        first(),
        last(),
        users(),
        databases(),
        applications(),
        cancelled(),
        TagCounts.sortedOrNone(tags),
        Optional.ofNullable(plan),
        samples.toSamples());
  }
}
