package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityWordsTest {
  private final SeverityWords words = new SeverityWords(Languages.all());

  @ParameterizedTest
  @CsvSource({
    "LOG, x, LOG",
    "ERROR, x, ERROR",
    "ОШИБКА, x, ERROR",
    "XYZ, x, INFO",
    "XYZ, duration: 1, LOG",
    "XYZ, duration:, INFO",
    "'', x, INFO"
  })
  void severityOfAMessage(String word, String message, Label expected) {
    assertThat(read(word, message)).isEqualTo(expected);
    assertThat(read(word, message)).isEqualTo(expected);
  }

  @Test
  void wordsInOnePlaceAreToldApart() {
    assertThat(read("LOG", "x")).isEqualTo(Label.LOG);
    assertThat(read("LAG", "x")).isEqualTo(Label.INFO);
    assertThat(read("LOG", "x")).isEqualTo(Label.LOG);
  }

  @Test
  void longWordsAreReadAsWell() {
    assertThat(read("LOG".repeat(1000), "x")).isEqualTo(Label.INFO);
    assertThat(read("LOG".repeat(1000), "duration: 1")).isEqualTo(Label.LOG);
  }

  private Label read(String word, String text) {
    byte[] b = ("," + word + ",").getBytes(UTF_8);
    RawMessage message = new RawMessage();
    message.start(0, 0);
    message.message = text.getBytes(UTF_8);
    message.messageTo = message.message.length;
    words.read(b, 1, b.length - 1, message);
    return message.severity;
  }
}
