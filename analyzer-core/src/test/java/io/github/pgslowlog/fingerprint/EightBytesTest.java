package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against byte by byte, in every place and beside every other byte. */
class EightBytesTest {
  @Test
  void marksTheRightBytes() {
    assertMarks(EightBytes::wordParts, b -> b >= 128 || isWordPart(b));
    assertMarks(EightBytes::plainParts, EightBytesTest::isPlain);
    assertMarks(bytes -> EightBytes.equal(bytes, '\''), b -> b == '\'');
    assertMarks(bytes -> EightBytes.equal(bytes, '\0'), b -> b == 0);
  }

  @Test
  void lowersCapitalsOfAsciiAlone() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[8];
      random.nextBytes(bytes);
      byte[] lower = new byte[8];
      for (int k = 0; k < 8; k++) {
        lower[k] = bytes[k] >= 'A' && bytes[k] <= 'Z' ? (byte) (bytes[k] + 32) : bytes[k];
      }

      assertThat(EightBytes.lowerCase(EightBytes.at(bytes, 0, 8)))
          .isEqualTo(EightBytes.at(lower, 0, 8));
    }
  }

  @Test
  void readsNothingFromTheEndOn() {
    byte[] bytes = "abcdefghijkl".getBytes(ISO_8859_1);
    for (int end = 0; end <= bytes.length; end++) {
      byte[] cut = Arrays.copyOf(Arrays.copyOf(bytes, end), 30);
      byte[] exact = Arrays.copyOf(bytes, end);
      for (int from = 0; from <= end; from++) {
        long expected = EightBytes.at(cut, from, 30);

        assertThat(EightBytes.at(bytes, from, end)).isEqualTo(expected);
        assertThat(EightBytes.at(exact, from, end)).isEqualTo(expected);
      }
    }
  }

  private static boolean isPlain(int b) {
    return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '_';
  }

  private static boolean isWordPart(int b) {
    return isPlain(b) || b >= 'A' && b <= 'Z' || b == '$';
  }

  private static void assertMarks(LongUnaryOperator marks, IntPredicate passes) {
    Random random = new Random(9);
    for (int i = 0; i < 40_000; i++) {
      byte[] bytes = new byte[8];
      random.nextBytes(bytes);
      bytes[i & 7] = (byte) (i >>> 3);
      long mark = marks.applyAsLong(EightBytes.at(bytes, 0, 8));
      for (int k = 0; k < 8; k++) {
        long expected = passes.test(bytes[k] & 0xff) ? 0x80 : 0;

        assertThat(mark >>> (8 * k) & 0xff).as("%02x", bytes[k]).isEqualTo(expected);
      }
    }
  }
}
