package io.github.pgslowlog.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time or one: the same place. */
class QuoteFinderTest {
  private interface ByteTest {
    boolean ends(byte value);
  }

  @Test
  void endsInCsvAreQuotesLineFeedsAndNulBytes() {
    for (int seed = 0; seed < 500; seed++) {
      byte[] b = bytes(new Random(seed));
      for (int from = 0; from <= b.length; from++) {
        assertThat(QuoteFinder.inCsv(b, from, b.length))
            .as("seed %d from %d", seed, from)
            .isEqualTo(slow(b, from, value -> value == '"' || value == '\n' || value == 0));
      }
    }
  }

  @Test
  void endsInJsonAreQuotesBackslashesAndControlCharacters() {
    for (int seed = 0; seed < 500; seed++) {
      byte[] b = bytes(new Random(seed));
      for (int from = 0; from <= b.length; from++) {
        assertThat(QuoteFinder.inJson(b, from, b.length))
            .as("seed %d from %d", seed, from)
            .isEqualTo(
                slow(
                    b,
                    from,
                    value -> value == '"' || value == '\\' || (value >= 0 && value < ' ')));
      }
    }
  }

  private static int slow(byte[] b, int from, ByteTest test) {
    int i = from;
    while (i < b.length && !test.ends(b[i])) {
      i++;
    }
    return i;
  }

  /** Mostly bytes that are none, but differ from one in a bit. */
  private static byte[] bytes(Random random) {
    byte[] b = new byte[random.nextInt(40)];
    for (int i = 0; i < b.length; i++) {
      int like = "\"\n\0\\ ".charAt(random.nextInt(5));
      b[i] = (byte) (random.nextInt(8) == 0 ? like : like ^ 1 << random.nextInt(8));
    }
    return b;
  }
}
