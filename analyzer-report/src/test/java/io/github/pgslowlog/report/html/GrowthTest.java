package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import io.github.pgslowlog.workload.Timeline;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Period HALF_HOUR = new Period(NOON, NOON.plus(Duration.ofMinutes(30)));

  @Test
  void theLastThirdIsComparedWithTheFirst() throws IOException {
    Pattern pattern = calls(20, ChartsTest.timeline(0, 100, 9, 50, 10, 1000, 20, 400, 29, 50));

    Growth growth = Growth.of(pattern, HALF_HOUR).orElseThrow();

    assertThat(growth).isEqualTo(new Growth(150, 450));
    assertThat(growth.difference()).isEqualTo(300);
    assertThat(growth.words()).isEqualTo("+300\u00a0µs");
  }

  @Test
  void aSliceThatAThirdCutsIsSharedOut() throws IOException {
    Period period = new Period(NOON, NOON.plus(Duration.ofSeconds(31 * 60 + 30)));

    Growth growth = Growth.of(calls(20, ChartsTest.timeline(10, 600)), period).orElseThrow();

    assertThat(growth).isEqualTo(new Growth(300, 0));
    assertThat(growth.words()).isEqualTo("−300\u00a0µs");
  }

  @Test
  void rarePatternsAndShortLogsSayNothing() throws IOException {
    Timeline timeline = ChartsTest.timeline(0, 100, 29, 50);
    Period tenMinutes = new Period(NOON, NOON.plus(Duration.ofMinutes(10)));

    assertThat(Growth.of(calls(11, timeline), HALF_HOUR)).isEmpty();
    assertThat(Growth.of(calls(12, timeline), HALF_HOUR)).isPresent();
    assertThat(Growth.of(calls(20, timeline), tenMinutes)).isEmpty();
    assertThat(Growth.of(calls(20, Timeline.NONE), HALF_HOUR)).isEmpty();
  }

  private static Pattern calls(int number, Timeline timeline) throws IOException {
    String line =
        "2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1\n";
    Analysis analysis = Logs.stderr(line.repeat(number));
    PatternHistory history =
        new PatternHistory(
            timeline, List.of(), 0, BigInteger.ZERO, Collections.emptySortedMap(), List.of());
    return MadeUp.with(analysis.queries().get(0).pattern(), history);
  }
}
