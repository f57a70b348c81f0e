package io.github.pgslowlog.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkipAccumulatorTest {
  @Test
  void skipsAreCountedByReasonWithTheFirstPlaceAsExample() {
    SkipAccumulator skips = new SkipAccumulator();

    skips.add(skip(SkipReason.NO_PREFIX, 3, 1_500));
    skips.add(skip(SkipReason.OVERSIZED, 5, 0));
    skips.add(skip(SkipReason.NO_PREFIX, 9, 500));

    assertThat(skips.counts())
        .containsExactly(
            new SkipCount(SkipReason.NO_PREFIX, 2, place(3)),
            new SkipCount(SkipReason.OVERSIZED, 1, place(5)));
    assertThat(skips.lostMicros()).isEqualTo(2_000);
  }

  @Test
  void mergingPartsGivesTheWhole() {
    SkipAccumulator whole = new SkipAccumulator();
    SkipAccumulator first = new SkipAccumulator();
    SkipAccumulator second = new SkipAccumulator();
    for (int line = 1; line <= 10; line++) {
      Skip skip = skip(SkipReason.values()[line % 3], line, line);
      whole.add(skip);
      (line <= 4 ? first : second).add(skip);
    }

    first.merge(second);

    assertThat(first.counts()).isEqualTo(whole.counts());
    assertThat(first.lostMicros()).isEqualTo(whole.lostMicros());
  }

  @Test
  void placeReadsAsFileAndLine() {
    assertThat(place(7)).hasToString("postgresql.log:7");
  }

  private static Skip skip(SkipReason reason, long line, long lostMicros) {
    return new Skip(reason, place(line), lostMicros);
  }

  private static Location place(long line) {
    return new Location("postgresql.log", line, 100 * line);
  }
}
