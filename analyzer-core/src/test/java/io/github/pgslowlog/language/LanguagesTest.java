package io.github.pgslowlog.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.bytes.Slice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  @Test
  void sixteenLanguagesAreKnown() {
    assertThat(Language.all())
        .extracting(Language::code)
        .containsExactly(
            "en", "de", "es", "fr", "id", "it", "ja", "ka", "ko", "pl", "pt_BR", "ru", "sv", "tr",
            "uk", "zh_CN");
    assertThat(Language.of("pt_BR")).map(Language::englishName).contains("Brazilian Portuguese");
  }

  @Test
  void englishIsAlwaysActive() {
    assertThat(Languages.of("ru", "de")).hasToString("[en, de, ru]");
    assertThat(Languages.of()).isSameAs(Languages.english());
    assertThat(Languages.of("en")).isSameAs(Languages.english());
    assertThat(Languages.all().active()).isEqualTo(Language.all());
  }

  @Test
  void orderOfTheCodesDoesNotMatter() {
    assertThat(Languages.of("ru", "de")).isEqualTo(Languages.of("de", "ru"));
    assertThat(Languages.of("de")).isNotEqualTo(Languages.of("de").lenient());
  }

  @Test
  void unknownLanguageIsRefused() {
    assertThatThrownBy(() -> Languages.of("de", "tlh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown language tlh");
  }

  static Stream<Wordings> severities() {
    return Arrays.stream(Label.values())
        .filter(Label::isSeverity)
        .flatMap(label -> Wordings.of(label.name()));
  }

  /** Georgian has one word for NOTICE and WARNING. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("severities")
  void severityIsReadWithoutColon(Wordings wording) {
    boolean georgianWarning = wording.language().equals("ka") && wording.key().equals("WARNING");

    assertThat(Languages.of(wording.language()).severity(slice(wording.text())))
        .isEqualTo(georgianWarning ? Label.NOTICE : Label.valueOf(wording.key()));
  }

  @ParameterizedTest
  @CsvSource({"DEBUG, DEBUG", "LOG, LOG", "PANIC, PANIC"})
  void englishSeverityIsReadInEveryLanguage(String word, Label label) {
    assertThat(Languages.all().severity(slice(word))).isEqualTo(label);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "LOG:", "LOG ", "XLOG", "log", "DETAIL", "FEHLER", "???"})
  void otherWordIsNoSeverity(String word) {
    assertThat(Languages.english().severity(slice(word))).isNull();
  }

  /** Otherwise a label would depend on the order of the languages. */
  @Test
  void noTwoLanguagesGiveOneWordTwoMeanings() {
    Labels labels = Labels.of(Language.all(), false);

    for (Wordings wording : Wordings.all()) {
      boolean isLabel = Arrays.stream(Label.values()).anyMatch(l -> l.name().equals(wording.key()));
      if (isLabel && !wording.text().equals("გაფრთხილება")) {
        Label label = Label.valueOf(wording.key());
        byte[] text = (wording.text() + (label.isSeverity() ? ":  " : "") + "x").getBytes(UTF_8);
        int colon = labels.firstColon(text, 0, text.length);
        LabelForm form = labels.at(text, 0, colon, text.length);

        assertThat(form == null ? null : form.label()).as(wording.toString()).isEqualTo(label);
      }
    }
  }

  private static Slice slice(String text) {
    return Slice.of(text.getBytes(UTF_8));
  }
}
