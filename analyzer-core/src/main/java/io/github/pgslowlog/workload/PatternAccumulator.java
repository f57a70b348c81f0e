package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.fingerprint.Tags;
import io.github.pgslowlog.sample.EpochMicros;
import io.github.pgslowlog.sample.SampleAccumulator;
import io.github.pgslowlog.sample.SampleBudget;
import io.github.pgslowlog.statement.PlannedStatement;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements of one pattern add up to. */
final class PatternAccumulator extends StatementTotals {
  private static final Comparator<PlannedStatement> SLOWEST_LAST =
      Comparator.comparingLong(PlannedStatement::micros)
          .thenComparing(p -> p.time() == null ? Instant.MAX : p.time())
          .thenComparing(p -> p.location().file())
          .thenComparingLong(p -> p.location().offset())
          .thenComparing(p -> p.plan().text());

  private final CanonicalSql canonical;
  private final SampleAccumulator samples = new SampleAccumulator();
  private final TimelineAccumulator timeline = new TimelineAccumulator(PatternHistory.MAX_SLICES);
  private @Nullable HostCounts hosts;
  private @Nullable TagCounts tags;
  private @Nullable PlannedStatement plan;

  PatternAccumulator(CanonicalSql canonical, WorkloadAccumulator owner) {
    super(owner);
    this.canonical = canonical;
  }

  Fingerprint fingerprint() {
    return canonical.fingerprint();
  }

  int textLength() {
    return canonical.text().length();
  }

  /** Shows when and from where an execution came that was added. Hot path. */
  void executed(boolean call, Origin origin, long timeMicros, long micros, HostNames addresses) {
    timeline.add(timeMicros, call ? 1 : 0, micros);
    String host = origin.host();
    if (call && host != null) {
      HostCounts counts = hosts == null ? new HostCounts() : hosts;
      counts.add(host, addresses);
      hosts = counts;
    }
  }

  /** Shows the text of a call that was added. Hot path. */
  void sample(
      Tags itsTags,
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
    if (itsTags.size() > 0) {
      addTags(itsTags);
    }
    samples.add(
        sql, sqlFrom, sqlTo, detail, detailFrom, detailTo, micros, timeMicros, origin, budget);
  }

  private void addTags(Tags read) {
    TagCounts counts = tags == null ? new TagCounts() : tags;
    counts.add(read);
    tags = counts;
  }

  /** Adds a plan; its time counts if no duration of the statement was logged. */
  void add(
      PlannedStatement planned,
      Slice sql,
      SampleBudget budget,
      PlanBudget plans,
      HostNames addresses) {
    offer(planned, plans);
    if (planned.counted()) {
      long time = EpochMicros.of(planned.time());
      long micros = planned.micros();
      Slice detail = planned.detail();
      addPlanned(planned);
      executed(true, planned.origin(), time, micros, addresses);
      sample(
          Tags.read(sql),
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

  /** Of equally slow ones always the same is kept. */
  private void offer(PlannedStatement planned, PlanBudget plans) {
    boolean slower = plan == null || SLOWEST_LAST.compare(plan, planned) < 0;
    if (slower && plans.exchange(plan, planned)) {
      plan = PlanBudget.copy(planned);
    }
  }

  void merge(PatternAccumulator other, PlanBudget plans) {
    mergeTotals(other);
    samples.merge(other.samples);
    timeline.merge(other.timeline);
    if (hosts != null && other.hosts != null) {
      hosts.merge(other.hosts);
    } else {
      hosts = hosts == null ? other.hosts : hosts;
    }
    if (other.plan != null) {
      offer(other.plan, plans);
    }
    if (tags != null && other.tags != null) {
      tags.merge(other.tags);
    } else {
      tags = tags == null ? other.tags : tags;
    }
  }

  void moveTo(WorkloadAccumulator run, PlanBudget plans) {
    moveTo(run);
    if (plan != null && !plans.exchange(null, plan)) {
      plan = null;
    }
  }

  Pattern toPattern(List<EventTotal> events) {
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
        samples.toSamples(),
        history(events));
  }

  private PatternHistory history(List<EventTotal> events) {
    return new PatternHistory(
        timeline.toTimeline(),
        callDurations().buckets(),
        callDurations().sum(),
        callDurations().squares(),
        hosts == null ? Collections.emptySortedMap() : hosts.sorted(),
        events);
  }
}
