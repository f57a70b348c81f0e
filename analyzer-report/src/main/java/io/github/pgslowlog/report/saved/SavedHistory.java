package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.sample.KeptSamples;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.statement.PlanFormat;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.workload.DurationBucket;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.PatternHistory;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import io.github.pgslowlog.workload.WeekQuarter;
import io.github.pgslowlog.workload.WorkloadHistory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** When, how long, from where, and what happened. Reports of earlier versions do not tell. */
final class SavedHistory {
  /** More slices than any timeline has. */
  private static final int MAX_INDEX = 10_000;

  /** 100 years. */
  private static final long MAX_WIDTH = 3_200_000_000L;

  private SavedHistory() {}

  static WorkloadHistory ofWorkload(Saved load, Saved week, Saved events) {
    return new WorkloadHistory(
        timeline(load), week.list(SavedHistory::quarter), events.list(SavedHistory::event));
  }

  static PatternHistory ofPattern(Saved query) {
    List<DurationBucket> histogram =
        ascending(query.field("histogram"), SavedHistory::bucket, DurationBucket::from);
    return new PatternHistory(
        timeline(query.field("timeline")),
        histogram,
        query.microsOrZero("callMs"),
        squares(query, histogram),
        query.field("hosts").map(Saved::whole),
        query.field("events").list(SavedHistory::event));
  }

  /** So many numbers of such a sum cannot have squares that add up to less. */
  private static BigInteger squares(Saved query, List<DurationBucket> histogram) {
    BigInteger squares = query.optional("squaredCallMicros", Saved::large).orElse(BigInteger.ZERO);
    BigInteger sum = BigInteger.valueOf(query.microsOrZero("callMs"));
    BigInteger calls =
        BigInteger.valueOf(histogram.stream().mapToLong(DurationBucket::count).sum());
    if (squares.multiply(calls).compareTo(sum.multiply(sum)) < 0) {
      throw query.field("squaredCallMicros").expected("a sum of squares that fits the calls");
    }
    return squares;
  }

  private static Timeline timeline(Saved timeline) {
    if (!timeline.isGiven()) {
      return Timeline.NONE;
    }
    Saved width = timeline.field("widthSeconds");
    if (width.whole() < 1 || width.whole() > MAX_WIDTH) {
      throw width.expected("a number of seconds");
    }
    Instant from = timeline.optionalTime("from").orElse(Instant.EPOCH);
    return new Timeline(
        Duration.ofSeconds(width.whole()),
        ascending(
            timeline.field("slices"),
            slice -> slice(slice, from, width.whole()),
            slice -> slice.from().getEpochSecond()));
  }

  /** Elements of which each stands behind the one before. */
  private static <T> List<T> ascending(
      Saved array, Function<Saved, T> read, ToLongFunction<T> place) {
    List<T> all = array.list(read);
    for (int i = 1; i < all.size(); i++) {
      if (place.applyAsLong(all.get(i)) <= place.applyAsLong(all.get(i - 1))) {
        throw array.expected("an array in ascending order");
      }
    }
    return all;
  }

  private static TimeSlice slice(Saved slice, Instant from, long width) {
    List<Saved> numbers = numbers(slice, 3);
    long index = numbers.get(0).small();
    Instant time = from.plusSeconds(Math.multiplyExact(index, width));
    if (index > MAX_INDEX || time.isAfter(Saved.LAST)) {
      throw slice.expected("the number of a slice");
    }
    return new TimeSlice(time, numbers.get(1).whole(), numbers.get(2).micros());
  }

  private static WeekQuarter quarter(Saved quarter) {
    List<Saved> numbers = numbers(quarter, 3);
    if (numbers.get(0).small() >= WeekQuarter.COUNT) {
      throw quarter.expected("a quarter of an hour of the week");
    }
    return new WeekQuarter(numbers.get(0).small(), numbers.get(1).whole(), numbers.get(2).micros());
  }

  private static DurationBucket bucket(Saved bucket) {
    List<Saved> numbers = numbers(bucket, 2);
    try {
      return DurationBucket.of(numbers.get(0).micros(), numbers.get(1).whole());
    } catch (IllegalArgumentException other) {
      throw bucket.expected("a bucket of durations and a number of calls");
    }
  }

  private static List<Saved> numbers(Saved array, int size) {
    List<Saved> numbers = array.list(number -> number);
    if (numbers.size() != size) {
      throw array.expected(size + " numbers");
    }
    return numbers;
  }

  private static EventTotal event(Saved event) {
    EventKind kind = event.field("kind").oneOf(EventKind.values(), EventKind::word);
    return new EventTotal(
        kind,
        event.field("what").text(),
        event.field("count").whole(),
        kind == EventKind.LOCK_WAIT ? event.microsOrZero("ms") : event.bytesOrZero("bytes"),
        kind == EventKind.LOCK_WAIT ? event.microsOrZero("maxMs") : event.bytesOrZero("maxBytes"));
  }

  /** Where values were not written, of each only how long it took. */
  static KeptSamples samples(Saved samples) {
    return KeptSamples.of(samples.list(SavedHistory::sample));
  }

  /** Where it stood in the log, and whose it was, is not told. */
  static PlannedStatement plan(Saved plan) {
    return new PlannedStatement(
        new Location("", 0, 0),
        plan.optionalTime("time").orElse(null),
        new Origin(null, null, null, null, null, null, null),
        plan.field("ms").micros(),
        null,
        null,
        Slice.of(plan.field("text").text().getBytes(StandardCharsets.UTF_8)),
        plan.field("format").oneOf(PlanFormat.values(), PlanFormat::word),
        false,
        false);
  }

  private static Sample sample(Saved sample) {
    return new Sample(
        sample.optionalText("sql").orElse(""),
        sample
            .field("parameters")
            .list(v -> Optional.of(v).filter(Saved::isGiven).map(Saved::text)),
        sample.field("ms").micros(),
        sample.optionalTime("time"));
  }
}
