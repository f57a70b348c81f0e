package io.github.pgslowlog.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
  private static final String LINE = "2026-11-20 09:00:03 UTC [7] LOG:  schön \uD83D\uDC18\n";

  /** What was found, and the text behind it. */
  private record Found(String encoding, String text) {}

  @Test
  void markOfUtf8IsTakenOff() throws IOException {
    assertThat(read(("\ufeff" + LINE).getBytes(UTF_8))).isEqualTo(new Found("UTF-8", LINE));
  }

  @Test
  void utf16IsTranscodedWithAndWithoutMark() throws IOException {
    assertThat(read(("\ufeff" + LINE).getBytes(UTF_16LE))).isEqualTo(new Found("UTF-16LE", LINE));
    assertThat(read(("\ufeff" + LINE).getBytes(UTF_16BE))).isEqualTo(new Found("UTF-16BE", LINE));
    assertThat(read(LINE.getBytes(UTF_16LE))).isEqualTo(new Found("UTF-16LE", LINE));
    assertThat(read(LINE.getBytes(UTF_16BE))).isEqualTo(new Found("UTF-16BE", LINE));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "x", "\n", "2026-11-20 09:00:03 UTC LOG:  schön\n"})
  void otherTextStaysAsItIs(String text) throws IOException {
    assertThat(read(text.getBytes(UTF_8))).isEqualTo(new Found("", text));
  }

  @Test
  void runOfNulIsNoUtf16() throws IOException {
    String hole = "\0".repeat(300) + LINE;

    assertThat(read(hole.getBytes(UTF_8))).isEqualTo(new Found("", hole));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fffe 4100 3dd8 4200, A\uFFFDB",
    "fffe 4100 18dc 4200, A\uFFFDB",
    "fffe 4100 3dd8, A\uFFFD",
    "fffe 3dd8 3dd8 18dc, \uFFFD\uD83D\uDC18",
    "fffe 4100 42, A",
    "feff 0041 d83d dc18 20ac, A\uD83D\uDC18\u20AC"
  })
  void unpairedHalvesAreReplacedAndAnOddByteDropped(String bytes, String expected)
      throws IOException {
    assertThat(read(HexFormat.of().parseHex(bytes.replace(" ", ""))).text()).isEqualTo(expected);
  }

  @Test
  void pairMayLieAcrossBlocks() throws IOException {
    String text = "x" + "\uD83D\uDC18".repeat(10_000);

    assertThat(read(("\ufeff" + text).getBytes(UTF_16LE)).text()).isEqualTo(text);
  }

  @Test
  void streamMayComeByteByByte() throws IOException {
    byte[] bytes = ("\ufeff" + LINE).getBytes(UTF_16LE);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }
        };

    assertThat(new String(TextEncoding.of(slow).in().readAllBytes(), UTF_8)).isEqualTo(LINE);
  }

  @Test
  void textBeforeDamageIsReturnedFirst() throws IOException {
    byte[] packed = Packed.pack(Compression.GZIP, LINE.repeat(300).getBytes(UTF_16LE));
    LogSource cut =
        new StreamSource("-", new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 8)));

    InputStream in = TextEncoding.of(Decompression.open(cut)).in();

    assertThat(in.readNBytes(LINE.getBytes(UTF_8).length * 300))
        .asString(UTF_8)
        .isEqualTo(LINE.repeat(300));
    assertThatThrownBy(in::read).isInstanceOf(DamagedStreamException.class);
  }

  private static Found read(byte[] bytes) throws IOException {
    TextEncoding.Text text = TextEncoding.of(new ByteArrayInputStream(bytes));
    return new Found(text.encoding(), new String(text.in().readAllBytes(), UTF_8));
  }
}
