package io.github.pgslowlog.workload;

import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.statement.StatementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Adds up what was added up of several servers. All numbers are those of one run over all logs,
 * with two exceptions: how many further patterns there are, and how long their calls took, cannot
 * be told of several parts that have such.
 */
public final class WorkloadMerge {
  private final List<Workload> parts;

  private WorkloadMerge(List<Workload> parts) {
    this.parts = parts;
  }

  /**
   * Adds workloads up.
   *
   * @param parts at least one
   * @return their sum; the same for any order, but for samples of equal length
   */
  public static Workload of(List<Workload> parts) {
    return new WorkloadMerge(parts).sum();
  }

  private Workload sum() {
    return new Workload(
        patterns(),
        parts.stream().flatMap(part -> part.other().stream()).reduce(WorkloadMerge::both),
        byKind(),
        cancelled(),
        total(Workload::executions),
        total(Workload::executionMicros),
        total(Workload::joinedMicros),
        total(Workload::plannedMicros),
        history());
  }

  private long total(ToLongFunction<Workload> number) {
    return parts.stream().mapToLong(number).sum();
  }

  private List<Pattern> patterns() {
    Map<Fingerprint, PatternMerge> merged = new HashMap<>();
    for (Workload part : parts) {
      for (Pattern pattern : part.patterns()) {
        merged.computeIfAbsent(pattern.fingerprint(), f -> new PatternMerge(pattern)).add(pattern);
      }
    }
    return merged.values().stream()
        .map(PatternMerge::toPattern)
        .sorted(WorkloadAccumulator.COSTLIEST_FIRST)
        .toList();
  }

  private List<KindTotal> byKind() {
    return Arrays.stream(StatementKind.values())
        .map(
            kind -> {
              long count =
                  parts.stream()
                      .flatMap(part -> part.byKind().stream())
                      .filter(total -> total.kind() == kind)
                      .mapToLong(KindTotal::count)
                      .sum();
              return new KindTotal(kind, count, total(part -> part.micros(kind)));
            })
        .filter(total -> total.count() > 0)
        .toList();
  }

  private List<CancelledTotal> cancelled() {
    CancelledAccumulator cancelled = new CancelledAccumulator();
    parts.forEach(part -> part.cancelled().forEach(cancelled::add));
    return cancelled.totals();
  }

  private WorkloadHistory history() {
    TimelineAccumulator timeline = new TimelineAccumulator(WorkloadHistory.MAX_SLICES);
    long[][] week = new long[WeekQuarter.COUNT][2];
    List<EventTotal> events = new ArrayList<>();
    for (Workload part : parts) {
      timeline.add(part.history().timeline());
      for (WeekQuarter quarter : part.history().week()) {
        week[quarter.quarter()][0] += quarter.calls();
        week[quarter.quarter()][1] += quarter.micros();
      }
      events.addAll(part.history().events());
    }
    return new WorkloadHistory(timeline.toTimeline(), quarters(week), events(events));
  }

  private static List<WeekQuarter> quarters(long[][] week) {
    List<WeekQuarter> quarters = new ArrayList<>();
    for (int i = 0; i < week.length; i++) {
      if (week[i][0] > 0 || week[i][1] > 0) {
        quarters.add(new WeekQuarter(i, week[i][0], week[i][1]));
      }
    }
    return quarters;
  }

  /** One for each kind and wording, the most frequent first. */
  static List<EventTotal> events(List<EventTotal> all) {
    record Key(EventKind kind, String what) {}
    Map<Key, EventTotal> merged = new HashMap<>();
    for (EventTotal event : all) {
      merged.merge(new Key(event.kind(), event.what()), event, WorkloadMerge::both);
    }
    return merged.values().stream()
        .sorted(
            Comparator.comparingLong(EventTotal::count)
                .reversed()
                .thenComparing(EventTotal::kind)
                .thenComparing(EventTotal::what))
        .toList();
  }

  private static EventTotal both(EventTotal one, EventTotal other) {
    return new EventTotal(
        one.kind(),
        one.what(),
        one.count() + other.count(),
        one.amount() + other.amount(),
        Math.max(one.most(), other.most()));
  }

  private static OtherPatterns both(OtherPatterns one, OtherPatterns other) {
    return new OtherPatterns(
        one.bound().compareTo(other.bound()) <= 0 ? one.bound() : other.bound(),
        one.patterns() + other.patterns(),
        one.messages() + other.messages(),
        one.calls() + other.calls(),
        one.executionMicros() + other.executionMicros(),
        one.parseMicros() + other.parseMicros(),
        one.bindMicros() + other.bindMicros(),
        Optional.empty(),
        first(one.first(), other.first()),
        last(one.last(), other.last()),
        names(one, other, OtherPatterns::users),
        names(one, other, OtherPatterns::databases),
        names(one, other, OtherPatterns::applications),
        one.cancelled() + other.cancelled());
  }

  private static SortedMap<String, Long> names(
      OtherPatterns one, OtherPatterns other, Function<OtherPatterns, Map<String, Long>> of) {
    NameCounts names = new NameCounts();
    of.apply(one).forEach(names::add);
    of.apply(other).forEach(names::add);
    return names.sorted();
  }

  static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
  }

  static Optional<Instant> last(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
  }
}
