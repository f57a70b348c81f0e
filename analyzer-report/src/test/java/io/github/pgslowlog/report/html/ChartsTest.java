package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.workload.DurationBucket;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import io.github.pgslowlog.workload.WeekQuarter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aPathRisesAndFallsWithItsValues() {
    assertThat(StepPath.of(new double[] {0, 2, 2, 4, 0})).isEqualTo("M0,100H1V50H3V0H4V100H5V100Z");
    assertThat(StepPath.of(new double[] {0, 0})).isEmpty();
  }

  @Test
  void whatIsThereAtAllIsVisible() {
    assertThat(StepPath.of(new double[] {1, 100_000})).isEqualTo("M0,100H0V98H1V0H2V100Z");
  }

  @Test
  void aSliceGoesToTheBinsThatItCovers() {
    Timeline timeline = timeline(0, 100, 3, 60);
    Period period = new Period(NOON, NOON.plus(MINUTE.multipliedBy(4)));

    assertThat(Bins.of(timeline, period, 4, TimeSlice::micros)).containsExactly(100, 0, 0, 60);
    assertThat(Bins.of(timeline, period, 2, TimeSlice::micros)).containsExactly(100, 60);
    assertThat(Bins.of(timeline, period, 8, TimeSlice::micros))
        .containsExactly(50, 50, 0, 0, 0, 0, 30, 30);
  }

  @Test
  void longTimesWithoutLoadAreTold() {
    Timeline timeline = timeline(0, 1, 5, 1, 30, 1, 31, 1);

    List<Silence> found = Silence.of(timeline);

    assertThat(found)
        .containsExactly(
            new Silence(NOON.plus(MINUTE.multipliedBy(6)), NOON.plus(MINUTE.multipliedBy(30))));
    assertThat(Silence.of(Timeline.NONE)).isEmpty();
  }

  @Test
  void hoursOfTheWeekAddUpTheirQuarters() {
    WeekHeat heat =
        new WeekHeat(
            List.of(
                new WeekQuarter(0, 1, 1_000_000),
                new WeekQuarter(3, 1, 1_000_000),
                new WeekQuarter(4, 5, 200_000),
                new WeekQuarter(WeekQuarter.COUNT - 1, 2, 4_000_000)),
            Duration.ofDays(8));

    List<WeekHeat.Day> days = heat.days();

    assertThat(heat.isTold()).isTrue();
    assertThat(days).hasSize(7).allSatisfy(day -> assertThat(day.cells()).hasSize(24));
    assertThat(days.get(0).cells().get(0))
        .isEqualTo(new WeekHeat.Cell(4, "Monday 0:00 to 0:59: 2.00\u00a0s in 2\u00a0calls"));
    assertThat(days.get(0).cells().get(1).step()).isEqualTo(1);
    assertThat(days.get(0).cells().get(2))
        .isEqualTo(new WeekHeat.Cell(0, "Monday 2:00 to 2:59: nothing logged"));
    assertThat(days.get(6).cells().get(23).step()).isEqualTo(WeekHeat.STEPS);
  }

  @Test
  void anHourSaysNothingOfTheWeek() {
    assertThat(new WeekHeat(List.of(new WeekQuarter(0, 1, 1)), Duration.ofHours(1)).isTold())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,10,0", "1,1000,1", "125,1000,1", "126,1000,2", "1000,1000,8", "5,0,0"})
  void stepsOfColourAreEven(long part, long most, int step) {
    assertThat(WeekHeat.step(part, most)).isEqualTo(step);
  }

  @Test
  void aHistogramHasTenBinsForEachPowerOfTen() {
    long[] bins =
        HistogramBins.of(
            List.of(
                new DurationBucket(1_000, 1_008, 3),
                new DurationBucket(1_024, 1_040, 2),
                new DurationBucket(10_000, 10_080, 7)));

    assertThat(bins[0]).isEqualTo(30);
    assertThat(bins).hasSize(12);
    assertThat(bins[1]).isEqualTo(5);
    assertThat(bins[11]).isEqualTo(7);
    assertThat(HistogramBins.of(List.of(new DurationBucket(0, 1, 9)))).containsExactly(0, 9);
    assertThat(HistogramBins.of(List.of())).isEmpty();
  }

  /** Minutes after noon and the microseconds of their slices. */
  static Timeline timeline(long... minutesAndMicros) {
    List<TimeSlice> slices = new ArrayList<>();
    for (int i = 0; i < minutesAndMicros.length; i += 2) {
      slices.add(
          new TimeSlice(
              NOON.plus(MINUTE.multipliedBy(minutesAndMicros[i])), 1, minutesAndMicros[i + 1]));
    }
    return new Timeline(MINUTE, slices);
  }
}
