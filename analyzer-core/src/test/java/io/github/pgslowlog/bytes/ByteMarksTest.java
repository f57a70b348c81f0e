package io.github.pgslowlog.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteMarksTest {
  @Test
  void bytesBeforeTheFirstMarkAreCounted() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      long marks = 0x8080808080808080L & random.nextLong() << random.nextInt(64);

      assertThat(ByteMarks.before(marks)).isEqualTo(Long.numberOfTrailingZeros(marks) / 8);
    }
  }

  @Test
  void withoutAMarkAllEightAreBefore() {
    assertThat(ByteMarks.before(0)).isEqualTo(8);
    assertThat(ByteMarks.before(0x80)).isZero();
    assertThat(ByteMarks.before(Long.MIN_VALUE)).isEqualTo(7);
  }
}
