package io.github.pgslowlog.workload;

import io.github.pgslowlog.sample.KeptSamples;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.statement.PlannedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Adds one pattern up of several servers. */
final class PatternMerge {
  /** As many as a saved report has of a pattern. */
  private static final int MAX_SAMPLES = 3;

  private static final Comparator<Sample> SLOWEST_FIRST =
      Comparator.comparingLong(Sample::micros)
          .reversed()
          .thenComparing(sample -> sample.time().orElse(Instant.MAX))
          .thenComparing(Sample::sql);

  private final Pattern named;
  private final DurationAccumulator calls = new DurationAccumulator();
  private final NameCounts users = new NameCounts();
  private final NameCounts databases = new NameCounts();
  private final NameCounts applications = new NameCounts();
  private final NameCounts hosts = new NameCounts();
  private final TagCounts tags = new TagCounts();
  private final TimelineAccumulator timeline = new TimelineAccumulator(PatternHistory.MAX_SLICES);
  private final List<EventTotal> events = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private Optional<PlannedStatement> plan = Optional.empty();
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();
  private long callCount;
  private long executionMicros;
  private long parseMicros;
  private long bindMicros;
  private long cancelled;

  /** Starts empty; the pattern only tells the name. */
  PatternMerge(Pattern named) {
    this.named = named;
  }

  void add(Pattern part) {
    callCount += part.calls();
    executionMicros += part.executionMicros();
    parseMicros += part.parseMicros();
    bindMicros += part.bindMicros();
    cancelled += part.cancelled();
    first = WorkloadMerge.first(first, part.first());
    last = WorkloadMerge.last(last, part.last());
    calls.add(part);
    part.users().forEach(users::add);
    part.databases().forEach(databases::add);
    part.applications().forEach(applications::add);
    part.tags().forEach((key, values) -> values.forEach((v, count) -> tags.add(key, v, count)));
    part.history().hosts().forEach(hosts::add);
    timeline.add(part.history().timeline());
    events.addAll(part.history().events());
    samples.addAll(part.kept().slowest(MAX_SAMPLES));
    boolean slower =
        part.plan().isPresent()
            && plan.map(known -> known.micros() < part.plan().get().micros()).orElse(true);
    plan = slower ? part.plan() : plan;
  }

  Pattern toPattern() {
    return new Pattern(
        named.fingerprint(),
        named.query(),
        callCount,
        executionMicros,
        parseMicros,
        bindMicros,
        calls.isWhole() ? calls.summary() : Optional.empty(),
        first,
        last,
        users.sorted(),
        databases.sorted(),
        applications.sorted(),
        cancelled,
        tags.sorted(),
        plan,
        KeptSamples.of(samples.stream().sorted(SLOWEST_FIRST).limit(MAX_SAMPLES).toList()),
        new PatternHistory(
            timeline.toTimeline(),
            calls.buckets(),
            calls.sum(),
            calls.squares(),
            hosts.sorted(),
            WorkloadMerge.events(events)));
  }
}
