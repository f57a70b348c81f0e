package io.github.pgslowlog.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
  private static final byte[] LINE = "duration: 1.000 ms".getBytes(UTF_8);

  @Test
  void partsAreRelativeToTheView() {
    Slice number = Slice.of(LINE, 10, 15);

    assertThat(number.text()).isEqualTo("1.000");
    assertThat(number.from(2).text()).isEqualTo("000");
    assertThat(number.between(0, 1).text()).isEqualTo("1");
    assertThat(number.from(5).length()).isZero();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "duration, 0, true",
    "1.000, 10, true",
    "ms, 16, true",
    "msx, 16, false",
    "ms, 17, false",
    "ration, 0, false"
  })
  void wordIsFoundOnlyWhereItStands(String word, int offset, boolean found) {
    assertThat(Slice.of(LINE).startsWithAt(offset, word.getBytes(UTF_8))).isEqualTo(found);
  }

  @Test
  void wordEndsWithTheView() {
    Slice view = Slice.of(LINE, 0, 4);

    assertThat(view.startsWith("dura".getBytes(UTF_8))).isTrue();
    assertThat(view.startsWith("durat".getBytes(UTF_8))).isFalse();
  }

  @Test
  void equalBytesAreEqualWhereverTheyStand() {
    Slice one = Slice.of("xabcx".getBytes(UTF_8), 1, 4);
    Slice other = Slice.of("abc".getBytes(UTF_8));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(one.from(1));
    assertThat(one).hasToString("abc");
  }

  @ParameterizedTest(name = "[{0}, {1})")
  @CsvSource({"-1, 3", "0, 19", "4, 3"})
  void rangeOutsideTheArrayIsRefused(int from, int to) {
    assertThatThrownBy(() -> Slice.of(LINE, from, to))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("[" + from + ", " + to + ") of 18");
  }

  @Test
  void compactSliceHoldsNoLargeArray() {
    byte[] array = new byte[10_000];
    array[7000] = 'x';

    Slice few = Slice.of(array, 7000, 7002).compact();
    assertThat(few).isEqualTo(Slice.of(new byte[] {'x', 0}));
    assertThat(few.array()).hasSize(2);
    assertThat(Slice.of(array, 1000, 9000).compact().array()).isSameAs(array);
  }
}
