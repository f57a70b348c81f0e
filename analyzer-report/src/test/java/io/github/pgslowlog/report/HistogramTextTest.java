package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.workload.DurationBucket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long calls took, as bars. */
class HistogramTextTest {
  @Test
  void barsAreOfOneTwoAndFive() {
    assertThat(
            text(
                new DurationBucket(1_000, 1_016, 4),
                new DurationBucket(1_984, 2_016, 1),
                new DurationBucket(2_048, 2_080, 1),
                new DurationBucket(20_000, 20_300, 2)))
        .isEqualTo(
            """

            How long calls took
            -------------------
            from              calls
            1.0 ms                4 ################
            2.0 ms                2 ########
            5.0 ms                0
            10.0 ms               0
            20.0 ms               2 ########
            """);
  }

  @Test
  void whereTheseAreTooManyBarsAreOfPowersOfTen() {
    assertThat(
            text(
                new DurationBucket(3, 4, 1),
                new DurationBucket(500_000, 508_000, 1_000),
                new DurationBucket(60_000_000, 60_500_000, 10)))
        .isEqualTo(
            """

            How long calls took
            -------------------
            from              calls
            1 us                  1 #
            10 us                 0
            100 us                0
            1.0 ms                0
            10.0 ms               0
            100.0 ms          1,000 ################
            1.00 s                0
            10.00 s              10 #
            """);
  }

  @Test
  void whatTakesNoTimeIsABar() {
    assertThat(text(new DurationBucket(0, 1, 3)))
        .endsWith("0 us                  3 ################\n");
  }

  @Test
  void withoutCallsThereIsNothing() {
    assertThat(text()).isEmpty();
  }

  private static String text(DurationBucket... buckets) {
    TextCanvas canvas = new TextCanvas(40);
    new HistogramText(canvas).write(List.of(buckets));
    return canvas.text();
  }
}
