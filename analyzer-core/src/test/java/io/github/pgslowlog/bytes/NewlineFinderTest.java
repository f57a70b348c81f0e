package io.github.pgslowlog.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewlineFinderTest {
  /** Line feeds and the bytes next to them in value, which a careless bit trick takes for one. */
  private static final byte[] NEIGHBOURS = {'\n', 0x0B, 0x09, 0x00, (byte) 0x8A, (byte) 0xFF, 'x'};

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithByteByByteSearchAtEveryAlignment(long seed) {
    byte[] bytes = neighbours(new Random(seed), 64);

    for (int from = 0; from <= bytes.length; from++) {
      for (int to = from; to <= bytes.length; to++) {
        assertThat(NewlineFinder.indexOf(bytes, from, to))
            .as("[%d, %d)", from, to)
            .isEqualTo(byteByByte(bytes, from, to));
        assertThat(NewlineFinder.indexOfEnd(bytes, from, to))
            .as("[%d, %d)", from, to)
            .isEqualTo(endByteByByte(bytes, from, to));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void endIsFoundBehindManyOtherBytes(long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[300];
    for (int i = 0; i < 2000; i++) {
      java.util.Arrays.fill(bytes, (byte) ' ');
      for (int other = 0; other < 4; other++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? '\n' : 0);
      int from = random.nextInt(bytes.length);

      assertThat(NewlineFinder.indexOfEnd(bytes, from, bytes.length))
          .isEqualTo(endByteByByte(bytes, from, bytes.length));
    }
  }

  @Test
  void everyOtherByteValueIsPassedOver() {
    for (int value = 0; value < 256; value++) {
      byte[] word = new byte[16];
      java.util.Arrays.fill(word, (byte) value);

      assertThat(NewlineFinder.indexOf(word, 0, 16)).isEqualTo(value == '\n' ? 0 : -1);
      assertThat(NewlineFinder.indexOfEnd(word, 0, 16))
          .isEqualTo(value == '\n' || value == 0 ? 0 : -1);
    }
  }

  @Test
  void lineFeedOutsideTheRangeIsNotSeen() {
    byte[] text = "\nabcdefgh\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(NewlineFinder.indexOf(text, 1, 9)).isEqualTo(-1);
    assertThat(NewlineFinder.indexOf(text, 1, 10)).isEqualTo(9);
  }

  private static byte[] neighbours(Random random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      // Few line feeds, so that searches cross several words.
      int choice = random.nextInt(NEIGHBOURS.length * 4);
      bytes[i] = choice == 0 ? NEIGHBOURS[0] : NEIGHBOURS[1 + choice % (NEIGHBOURS.length - 1)];
    }
    return bytes;
  }

  private static int endByteByByte(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int byteByByte(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
