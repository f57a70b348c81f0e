package io.github.pgslowlog.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextDecoderTest {
  static Stream<Arguments> texts() {
    Charset windows = Charset.forName("windows-1252");
    return Stream.of(
        arguments("ASCII", "SELECT 1".getBytes(UTF_8), "SELECT 1"),
        arguments("nothing", new byte[0], ""),
        arguments("UTF-8", "Größe 数 😀 ı".getBytes(UTF_8), "Größe 数 😀 ı"),
        arguments("UTF-8 cut within a character", bytes('S', 0xC3, 0xBC, 0xE6, 0x95), "Sü"),
        arguments("UTF-8 cut behind its first byte", bytes('S', 0xC3, 0xBC, 0xF0), "Sü"),
        arguments("LATIN1 that ends like a cut", bytes('G', 0xF6, 0xDF, 'e', 0xE4), "Gößeä"),
        arguments("LATIN1", "Größe".getBytes(ISO_8859_1), "Größe"),
        arguments("windows-1252", "10 € – “ok”".getBytes(windows), "10 € – “ok”"),
        arguments("overlong UTF-8", bytes(0xC0, 0xAF), "À¯"),
        arguments("surrogate in UTF-8", bytes(0xED, 0xA0, 0x80), "í\u00a0€"),
        arguments("a byte that means nothing", bytes('a', 0x81, 'b'), "a\uFFFDb"),
        arguments("control characters stay", bytes(0x1B, '[', 'm', 0), "\u001B[m\0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void everyTextDecodes(String name, byte[] bytes, String expected) {
    assertThat(TextDecoder.decode(bytes, 0, bytes.length)).as(name).isEqualTo(expected);
  }

  @Test
  void onlyTheRangeDecides() {
    byte[] mixed = bytes(0xFF, 'o', 'k', 0xFF);

    assertThat(TextDecoder.decode(mixed, 1, 3)).isEqualTo("ok");
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
