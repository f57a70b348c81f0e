package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.workload.DurationBucket;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import io.github.pgslowlog.workload.WeekQuarter;
import io.github.pgslowlog.workload.Workload;
import io.github.pgslowlog.workload.WorkloadHistory;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Histories that no log has: eight days of load, and every kind of event. */
final class MadeUp {
  static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration SLICE = Duration.ofHours(6);
  private static final int HOURS = 192;

  private MadeUp() {}

  /** The same analysis, its statements spread over eight days. */
  static Analysis history(Analysis analysis) {
    List<Query> queries = new ArrayList<>();
    for (Query query : analysis.queries()) {
      queries.add(query.withPattern(withHistory(query.pattern(), queries.size())));
    }
    Workload old = analysis.workload();
    Workload workload =
        new Workload(
            queries.stream().map(Query::pattern).toList(),
            old.other(),
            old.byKind(),
            old.cancelled(),
            old.executions(),
            old.executionMicros(),
            old.joinedMicros(),
            old.plannedMicros(),
            new WorkloadHistory(
                load(old.executionMicros(), old.executions()), week(old), events(1)));
    return new Analysis(
        analysis.inputs(),
        analysis.problems(),
        analysis.coverage(),
        workload,
        queries,
        analysis.columns(),
        analysis.advice(),
        analysis.expressions(),
        analysis.columnPairs(),
        analysis.joins(),
        analysis.complete());
  }

  /** Nothing at night, most in the afternoon, and a night without any entry. */
  private static long weight(long hour) {
    long ofDay = hour % 24;
    if (hour >= 90 && hour < 104) {
      return 0;
    }
    return ofDay < 6 ? ofDay % 2 : 8 - Math.abs(15 - ofDay) / 2 + (hour * 7919 % 5);
  }

  private static Timeline load(long micros, long calls) {
    long all = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      all += weight(hour);
    }
    List<TimeSlice> slices = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      if (weight(hour) > 0) {
        slices.add(
            new TimeSlice(
                MONDAY.plus(HOUR.multipliedBy(hour)),
                calls * weight(hour) / all,
                micros * weight(hour) / all));
      }
    }
    return new Timeline(HOUR, slices);
  }

  private static List<WeekQuarter> week(Workload workload) {
    List<WeekQuarter> week = new ArrayList<>();
    for (int quarter = 0; quarter < WeekQuarter.COUNT; quarter++) {
      long weight = weight(quarter / 4);
      if (weight > 0) {
        week.add(new WeekQuarter(quarter, weight, workload.executionMicros() * weight / 5000));
      }
    }
    return week;
  }

  static List<EventTotal> events(int number) {
    return List.of(
        new EventTotal(
            EventKind.ERROR, "duplicate key value violates unique constraint", 4L * number, 0, 0),
        new EventTotal(EventKind.CANCELLED, "statement timeout", number, 0, 0),
        new EventTotal(
            EventKind.LOCK_WAIT, "ShareLock on transaction", 3L * number, 7_250_000, 4_000_123),
        new EventTotal(EventKind.DEADLOCK, "", number, 0, 0),
        new EventTotal(EventKind.TEMPORARY_FILE, "", 2L * number, 300_000_000, 250_000_000));
  }

  private static Pattern withHistory(Pattern pattern, int rank) {
    List<TimeSlice> slices = new ArrayList<>();
    long calls = pattern.calls();
    long micros = pattern.executionMicros();
    for (int i = 0; i < 32 && calls > 0; i++) {
      long part = i == 31 ? calls : Math.min(calls, 1 + calls * (i + rank % 5) / 100);
      long time = part == calls ? micros : micros * part / calls;
      slices.add(new TimeSlice(MONDAY.plus(SLICE.multipliedBy(i)), part, time));
      calls -= part;
      micros -= time;
    }
    List<DurationBucket> buckets =
        pattern.durations().isEmpty()
            ? List.of()
            : List.of(
                bucket(pattern.durations().get().min(), 1),
                bucket(pattern.durations().get().max() + 1, Math.max(1, pattern.calls() - 1)));
    SortedMap<String, Long> hosts = new TreeMap<>();
    if (pattern.calls() > 0) {
      hosts.put("10.0.0." + rank % 4, pattern.calls());
    }
    PatternHistory history =
        new PatternHistory(
            new Timeline(SLICE, slices),
            buckets,
            pattern.executionMicros(),
            BigInteger.ZERO,
            hosts,
            rank == 0 ? events(1) : rank == 3 ? events(1).subList(0, 1) : List.of());
    return with(pattern, history);
  }

  private static DurationBucket bucket(long micros, long calls) {
    return new DurationBucket(micros, micros + 1, calls);
  }

  static Pattern with(Pattern p, PatternHistory history) {
    return new Pattern(
        p.fingerprint(),
        p.query(),
        p.calls(),
        p.executionMicros(),
        p.parseMicros(),
        p.bindMicros(),
        p.durations(),
        p.first(),
        p.last(),
        p.users(),
        p.databases(),
        p.applications(),
        p.cancelled(),
        p.tags(),
        p.plan(),
        p.kept(),
        history);
  }
}
