package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.statement.StatementKind;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples of logs, compared with sorted sets. */
class SmallestHashesTest {
  @ParameterizedTest(name = "{0} hashes")
  @ValueSource(ints = {0, 1, 63, 64, 65, 66, 5_000})
  void theSmallestAreKeptInOrderEachOnce(int count) {
    Random random = new Random(count);
    TreeSet<Long> set = new TreeSet<>(Set.of(Long.MAX_VALUE, Long.MIN_VALUE));
    SmallestHashes hashes = new SmallestHashes();
    set.forEach(hashes::add);
    for (int i = 0; i < count; i++) {
      long hash = random.nextInt(3) == 0 ? random.nextInt(50) : random.nextLong();
      set.add(hash);
      hashes.add(hash);
      hashes.add(hash);
    }

    assertThat(hashes.toArray())
        .containsExactly(set.stream().limit(SmallestHashes.SIZE).mapToLong(h -> h).toArray());
  }

  @ParameterizedTest(name = "of 1000 entries each, {0} in common")
  @ValueSource(ints = {0, 300, 750, 1_000})
  void logsOverlapThatShareMoreThanTheyDoNot(int common) {
    SmallestHashes one = new SmallestHashes();
    SmallestHashes other = new SmallestHashes();
    Random random = new Random(5);
    LongStream.range(0, common).map(i -> random.nextLong()).forEach(h -> addTo(h, one, other));
    LongStream.range(common, 1_000).forEach(i -> one.add(random.nextLong()));
    LongStream.range(common, 1_000).forEach(i -> other.add(random.nextLong()));

    assertThat(one.overlaps(other)).isEqualTo(common >= 750);
    assertThat(other.overlaps(one)).isEqualTo(common >= 750);
  }

  private static void addTo(long hash, SmallestHashes one, SmallestHashes other) {
    one.add(hash);
    other.add(hash);
  }

  @Test
  void aFewInCommonMayBeChance() {
    SmallestHashes one = new SmallestHashes();
    SmallestHashes other = new SmallestHashes();
    LongStream.range(0, 4).forEach(hash -> addTo(hash, one, other));
    assertThat(one.overlaps(other)).isFalse();

    addTo(4, one, other);
    assertThat(one.overlaps(other)).isTrue();
  }

  @Test
  void everyNumberOfAnEntryMatters() {
    Set<Long> hashes = new TreeSet<>();
    for (long second = -2; second < 18; second++) {
      for (long micros = 0; micros < 20; micros++) {
        for (int length = 0; length < 20; length++) {
          hashes.add(SmallestHashes.hash(second, micros, StatementKind.STATEMENT, length));
          hashes.add(SmallestHashes.hash(second, micros, StatementKind.EXECUTE, length));
        }
      }
    }

    assertThat(hashes).hasSize(2 * 20 * 20 * 20);
  }
}
