package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.json.JsonText;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time or one: the same text. */
class UnescapedTest {
  private static final String[] PIECES = {
    "\"",
    "\\",
    "/",
    "n",
    "t",
    "b",
    "u",
    "0041",
    "\\u0041",
    "\\ud83d",
    "\\ude00",
    "ä",
    "abcdefgh",
    "~"
  };

  @Test
  void doubledQuotesBecomeOne() {
    for (int seed = 0; seed < 2000; seed++) {
      String text = text(new Random(seed));
      byte[] doubled = ("\"" + text.replace("\"", "\"\"") + "\"").getBytes(UTF_8);
      ByteAccumulator out = new ByteAccumulator();
      out.append('x');

      Unescaped.csv(doubled, 1, doubled.length - 1, out);

      assertThat(new String(out.toBytes(), UTF_8)).as("seed %d", seed).isEqualTo("x" + text);
    }
  }

  @Test
  void escapesOfJsonAreThoseOfTheTwin() {
    for (int seed = 0; seed < 2000; seed++) {
      byte[] escaped = ("\"" + text(new Random(seed)) + "\"").getBytes(UTF_8);
      ByteAccumulator expected = new ByteAccumulator();
      ByteAccumulator out = new ByteAccumulator();

      JsonText.append(escaped, 1, escaped.length - 1, expected);
      Unescaped.json(escaped, 1, escaped.length - 1, out);

      assertThat(out.toBytes()).as("seed %d", seed).isEqualTo(expected.toBytes());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
