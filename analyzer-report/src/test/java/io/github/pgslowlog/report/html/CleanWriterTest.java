package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CleanWriterTest {
  @Test
  void textThatAPageMayHoldStaysAsItIs() throws IOException {
    assertThat(clean("a\tb\nçé漢字 😀 \u200d~")).isEqualTo("a\tb\nçé漢字 😀 \u200d~");
  }

  @Test
  void controlCharactersMarksOfDirectionAndSeparatorsAreReplaced() throws IOException {
    String bad = "\u0000\u0007\u001b\r\u007f\u0085\u202e\u2066\u2028\u2029\u200f\ufeff\uffff";

    assertThat(clean(bad)).isEqualTo("\ufffd".repeat(bad.length()));
  }

  @Test
  void halfPairsAreReplaced() throws IOException {
    assertThat(clean("a\ud83db")).isEqualTo("a\ufffdb");
    assertThat(clean("a\ude00b")).isEqualTo("a\ufffdb");
    assertThat(clean("a\ud83d")).isEqualTo("a\ufffd");
    assertThat(clean("\ud83d\ud83d\ude00")).isEqualTo("\ufffd😀");
  }

  @Test
  void pairsMayComeInTwoParts() throws IOException {
    StringWriter out = new StringWriter();
    CleanWriter writer = new CleanWriter(out);

    writer.write("a\ud83d");
    writer.write("\ude00b".toCharArray());
    writer.finish();

    assertThat(out).hasToString("a😀b");
  }

  private static String clean(String text) throws IOException {
    StringWriter out = new StringWriter();
    CleanWriter writer = new CleanWriter(out);
    writer.write(text);
    writer.finish();
    return out.toString();
  }
}
