package io.github.pgslowlog.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many fingerprints there are, compared with how many there really are. */
class DistinctSketchTest {
  private static List<Fingerprint> fingerprints(int count) {
    Random random = new Random(count);
    return Stream.generate(() -> new Fingerprint(random.nextLong(), random.nextLong()))
        .limit(count)
        .toList();
  }

  private static DistinctSketch sketch(List<Fingerprint> fingerprints) {
    DistinctSketch sketch = new DistinctSketch();
    fingerprints.forEach(sketch::add);
    return sketch;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 10})
  void aFewAreExact(int count) {
    assertThat(sketch(fingerprints(count)).estimate()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 4_000, 10_000, 16_000, 41_000, 200_000, 1_000_000})
  void manyAreWithinFivePercent(int count) {
    assertThat(sketch(fingerprints(count)).estimate()).isCloseTo(count, withPercentage(5));
  }

  @Test
  void repetitionsAndMergesDoNotCount() {
    List<Fingerprint> all = fingerprints(5_000);
    DistinctSketch whole = sketch(all);
    DistinctSketch merged = sketch(all.subList(2_000, 5_000));

    merged.merge(sketch(all.subList(0, 3_000)));
    merged.merge(new DistinctSketch());
    all.subList(100, 4_000).forEach(merged::add);

    assertThat(merged.estimate()).isEqualTo(whole.estimate());
  }

  @Test
  void fullRegistersAreMoreThanAnyLogHas() {
    DistinctSketch sketch = new DistinctSketch();
    for (long index = 0; index < 4_096; index++) {
      sketch.add(new Fingerprint(index << 52, 0));
    }

    assertThat(sketch.estimate()).isGreaterThan(1L << 60);
  }
}
