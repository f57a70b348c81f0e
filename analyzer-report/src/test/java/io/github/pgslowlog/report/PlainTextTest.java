package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of log text reaches a terminal. */
class PlainTextTest {
  @ParameterizedTest(name = "U+{0}")
  @ValueSource(
      strings = {
        "0000", "0007", "0008", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "009D",
        "00AD", "061C", "200B", "200E", "200F", "2028", "2029", "202A", "202E", "2066", "2069",
        "FEFF", "D800", "DFFF", "E0001", "E007F"
      })
  void activeCharactersBecomeAQuestionMark(String codePoint) {
    String active = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(PlainText.of("a" + active + "b")).isEqualTo("a?b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT 1", "größe", "日本語", "кириллица", "😀", "e\u0301", "\u00a0"})
  void allOtherTextStays(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }
}
