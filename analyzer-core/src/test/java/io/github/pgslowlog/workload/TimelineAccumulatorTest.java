package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.sample.EpochMicros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Load over time, compared with what counting again for each width gives. */
final class TimelineAccumulatorTest {
  private static final Instant WEDNESDAY = Instant.parse("2024-05-01T10:00:00Z");
  private static final int[] WIDTHS = {
    1, 5, 10, 30, 60, 300, 600, 1800, 3600, 10800, 21600, 43200, 86400, 604800, 1209600, 2419200
  };

  private record Execution(long time, long micros) {}

  private static TimelineAccumulator accumulator(int maxSlices, List<Execution> executions) {
    TimelineAccumulator accumulator = new TimelineAccumulator(maxSlices);
    executions.forEach(e -> accumulator.add(e.time, 1, e.micros));
    return accumulator;
  }

  private static long micros(Instant time) {
    return EpochMicros.of(time);
  }

  /** The same by counting all executions for each width in turn. */
  private static Timeline slowly(int maxSlices, List<Execution> executions) {
    for (int width : WIDTHS) {
      long[] numbers = executions.stream().mapToLong(e -> number(e, width)).sorted().toArray();
      if (numbers[numbers.length - 1] - numbers[0] < maxSlices) {
        List<TimeSlice> slices = new ArrayList<>();
        for (long number = numbers[0]; number <= numbers[numbers.length - 1]; number++) {
          long wanted = number;
          List<Execution> within =
              executions.stream().filter(e -> number(e, width) == wanted).toList();
          if (!within.isEmpty()) {
            Instant from = Instant.parse("1970-01-05T00:00:00Z").plusSeconds(number * width);
            long sum = within.stream().mapToLong(Execution::micros).sum();
            slices.add(new TimeSlice(from, within.size(), sum));
          }
        }
        return new Timeline(Duration.ofSeconds(width), slices);
      }
    }
    throw new AssertionError("too long");
  }

  private static long number(Execution execution, int width) {
    long second = Math.floorDiv(execution.time, 1_000_000);
    return Math.floorDiv(second - 4 * 86_400, width);
  }

  @ParameterizedTest(name = "{0} s from first to last: slices of {1} s")
  @CsvSource({
    "0, 1",
    "59, 1",
    "60, 5",
    "299, 5",
    "300, 10",
    "599, 10",
    "600, 30",
    "1800, 60",
    "3600, 300",
    "18000, 600",
    "36000, 1800",
    "108000, 3600",
    "216000, 10800",
    "648000, 21600",
    "1296000, 43200",
    "2592000, 86400",
    "5184000, 604800",
    "36288000, 1209600",
    "73000000, 2419200"
  })
  void theWidthIsTheSmallestByWhichAllFit(long seconds, long width) {
    Instant monday = Instant.parse("2024-04-29T00:00:00Z");
    TimelineAccumulator accumulator = new TimelineAccumulator(60);
    accumulator.add(micros(monday), 1, 70);
    accumulator.add(micros(monday.plusSeconds(seconds)), 1, 30);

    Timeline timeline = accumulator.toTimeline();

    assertThat(timeline.width()).isEqualTo(Duration.ofSeconds(width));
    assertThat(timeline.slices().get(0).from()).isBeforeOrEqualTo(monday);
    assertThat(timeline.slices().stream().mapToLong(TimeSlice::micros).sum()).isEqualTo(100);
  }

  @Test
  void slicesBeginAtMultiplesOfTheWidthAndWeeksOnMonday() {
    TimelineAccumulator accumulator = new TimelineAccumulator(2);
    accumulator.add(micros(WEDNESDAY), 1, 70);
    accumulator.add(micros(WEDNESDAY.plus(Duration.ofDays(7))), 0, 30);

    assertThat(accumulator.toTimeline())
        .isEqualTo(
            new Timeline(
                Duration.ofDays(7),
                List.of(
                    new TimeSlice(Instant.parse("2024-04-29T00:00:00Z"), 1, 70),
                    new TimeSlice(Instant.parse("2024-05-06T00:00:00Z"), 0, 30))));
  }

  @Test
  void furtherRowsAreTimeButNoCallAndNothingIsNoLoad() {
    TimelineAccumulator accumulator = new TimelineAccumulator(60);
    accumulator.add(micros(WEDNESDAY), 1, 70);
    accumulator.add(micros(WEDNESDAY), 0, 5);
    accumulator.add(micros(WEDNESDAY.plusSeconds(3)), 0, 0);
    accumulator.add(EpochMicros.NONE, 1, 900);

    assertThat(accumulator.toTimeline().slices()).containsExactly(new TimeSlice(WEDNESDAY, 1, 75));
    assertThat(new TimelineAccumulator(60).toTimeline()).isEqualTo(Timeline.NONE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyOrderAndAnyPartsGiveTheSame(long seed) {
    Random random = new Random(seed);
    List<Execution> executions = new ArrayList<>();
    double magnitude = 6 + 8 * random.nextDouble();
    for (int i = 0; i < 300; i++) {
      long time = micros(WEDNESDAY) + (long) (random.nextGaussian() * Math.pow(10, magnitude));
      executions.add(new Execution(time, 1 + random.nextInt(1000)));
    }
    int maxSlices = 2 + random.nextInt(100);
    Timeline expected = slowly(maxSlices, executions);
    assertThat(accumulator(maxSlices, executions).toTimeline()).isEqualTo(expected);

    Collections.shuffle(executions, random);
    List<TimelineAccumulator> parts = new ArrayList<>();
    for (int from = 0; from < executions.size(); ) {
      int to = Math.min(executions.size(), from + 1 + random.nextInt(90));
      parts.add(accumulator(maxSlices, executions.subList(from, to)));
      from = to;
    }
    parts.add(new TimelineAccumulator(maxSlices));
    Collections.shuffle(parts, random);
    while (parts.size() > 1) {
      TimelineAccumulator part = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).merge(part);
    }

    assertThat(parts.get(0).toTimeline()).isEqualTo(expected);
  }

  @Test
  void damagedTimesFarAwayTakeNoMoreRoom() {
    long[] times = {micros(WEDNESDAY), Long.MAX_VALUE, Long.MIN_VALUE + 1, 0, -1};
    TimelineAccumulator accumulator = new TimelineAccumulator(60);
    TimelineAccumulator reversed = new TimelineAccumulator(60);
    for (int i = 0; i < times.length; i++) {
      accumulator.add(times[i], 1, 10);
      reversed.add(times[times.length - 1 - i], 1, 10);
    }

    Timeline timeline = accumulator.toTimeline();

    assertThat(timeline.slices()).hasSizeBetween(2, 60);
    assertThat(timeline.slices().stream().mapToLong(TimeSlice::calls).sum()).isEqualTo(5);
    assertThat(reversed.toTimeline()).isEqualTo(timeline);
  }

  @Test
  void quartersOfTheWeekCountFromMonday() {
    WeekAccumulator week = new WeekAccumulator();
    week.add(micros(Instant.parse("2024-04-29T00:14:59.999Z")), 1, 7);
    week.add(micros(Instant.parse("2024-05-06T00:00:00Z")), 1, 8);
    week.add(micros(Instant.parse("2024-05-05T23:45:00Z")), 1, 9);
    week.add(micros(Instant.parse("1969-12-31T23:59:59Z")), 0, 2);
    week.add(0, 1, 1);
    week.add(EpochMicros.NONE, 1, 1000);
    WeekAccumulator other = new WeekAccumulator();
    other.add(micros(Instant.parse("2024-04-29T00:15:00Z")), 1, 5);

    week.merge(other);

    assertThat(week.toQuarters())
        .containsExactly(
            new WeekQuarter(0, 2, 15),
            new WeekQuarter(1, 1, 5),
            new WeekQuarter(3 * 96 - 1, 0, 2),
            new WeekQuarter(3 * 96, 1, 1),
            new WeekQuarter(WeekQuarter.COUNT - 1, 1, 9));
  }
}
