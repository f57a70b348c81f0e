package io.github.pgslowlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, plain",
        "SELECT \\\"Id\\\", SELECT \"Id\"",
        "C:\\\\temp\\/x, C:\\temp/x",
        "\\u0041\\u00e9\\u20ac, Aé€",
        "\\uD83D\\uDE00, 😀",
        "\\u00E9 upper and lower \\u00e9, é upper and lower é",
        "\\uD83D alone, \uFFFD alone",
        "\\uDE00\\uD83D, \uFFFD\uFFFD",
        "\\uD83D\\u0041, \uFFFDA",
        "\\u12zz, \uFFFDzz",
        "cut \\u12, cut \uFFFD",
        "cut\\, cut",
        "\\q, q"
      })
  void escapesBecomeCharacters(String json, String expected) {
    assertThat(new String(text(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
        .isEqualTo(expected);
  }

  @Test
  void controlCharactersComeBack() {
    assertThat(text("a\\b\\f\\n\\r\\t\\u0001z".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a\b\f\n\r\t\u0001z".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytesOfAnotherEncodingGoThrough() {
    byte[] latin1 = "M\u00fcller \\n \u00ff\u0080".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(text(latin1))
        .isEqualTo("M\u00fcller \n \u00ff\u0080".getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] text(byte[] json) {
    ByteAccumulator out = new ByteAccumulator();
    JsonText.append(json, 0, json.length, out);
    return out.toBytes();
  }
}
