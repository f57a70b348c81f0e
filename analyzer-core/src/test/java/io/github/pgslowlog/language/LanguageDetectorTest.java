package io.github.pgslowlog.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final String PREFIX = "2026-11-20 09:00:03 UTC [4001] ";

  static Stream<Wordings> durations() {
    return Wordings.of("DURATION_BARE");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("durations")
  void wordingOfADurationTellsTheLanguage(Wordings wording) {
    String log = wording.words("LOG").get(0);

    assertThat(lines(PREFIX + log + ":  " + wording.print("0.105")))
        .isEqualTo(Languages.of(wording.language()));
    assertThat(lines(PREFIX + "LOG:  00000: " + wording.print("0.105")))
        .as("verbose")
        .isEqualTo(Languages.of(wording.language()));
    assertThat(LanguageDetector.ofMessages(List.of(slice(wording.print("0.105")))))
        .as("csvlog")
        .isEqualTo(Languages.of(wording.language()));
  }

  static Stream<Arguments> logs() {
    return Stream.of(
        arguments("severity", List.of(PREFIX + "FEHLER:  Division durch Null"), Languages.of("de")),
        arguments("section", List.of(PREFIX + "ASTUCE :  essayez"), Languages.of("fr")),
        arguments("no blanks", List.of(PREFIX + "AYRINTI:Process 1"), Languages.of("tr")),
        arguments("empty prefix", List.of("日志:  数据库"), Languages.of("zh_CN")),
        arguments(
            "first lines in English",
            List.of(PREFIX + "LOG:  starting PostgreSQL", PREFIX + "FEHLER:  x"),
            Languages.of("de")),
        arguments(
            "two databases",
            List.of(PREFIX + "FEHLER:  x", PREFIX + "ОШИБКА:  x"),
            Languages.of("de", "ru")),
        arguments(
            "word of two languages", List.of(PREFIX + "КОНТЕКСТ:  x"), Languages.of("ru", "uk")),
        arguments(
            "word of two languages, one of which is sure",
            List.of(PREFIX + "КОНТЕКСТ:  x", PREFIX + "ОШИБКА:  x"),
            Languages.of("ru")),
        arguments("only English", List.of(PREFIX + "LOG:  ready"), Languages.english()),
        arguments("nothing", List.of(), Languages.english()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void languagesOfLabelsAreActive(String name, List<String> log, Languages expected) {
    assertThat(lines(log.toArray(String[]::new))).as(name).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\tFEHLER:  x",
        "\t2026-11-20 09:00:03 UTC [4001] LOG:  Dauer: 1.000 ms",
        PREFIX + "LOG:  duration: 1.000 ms  statement: SELECT 'FEHLER:  x'",
        PREFIX + "LOG:  duration: 1.000 ms  statement: SELECT 'LOG:  Dauer: 1.000 ms'",
        PREFIX + "LOG:  statement: -- Dauer: 1.000 ms",
        "SELECT 1, 'FEHLER:  x'",
        "SELECT 'LOG:  Dauer: 1.000 ms'",
        "-- FEHLER:  x",
        PREFIX + "FEHLER: one blank",
        PREFIX + "LOG:  Dauer: unbekannt"
      })
  void wordElsewhereTellsNothing(String line) {
    assertThat(lines(line)).isEqualTo(Languages.english());
  }

  @Test
  void olderCharacterSetIsRecognised() {
    byte[] line = (PREFIX + "ОШИБКА:  x").getBytes(Charset.forName("windows-1251"));

    assertThat(LanguageDetector.ofLines(List.of(Slice.of(line)))).isEqualTo(Languages.of("ru"));
  }

  @Test
  void oneBlankBehindTheLabelIsLenient() {
    String line = PREFIX + "LOG: duration: 1.000 ms statement: SELECT 1";

    assertThat(lines(line)).isEqualTo(Languages.english().lenient());
    assertThat(lines(PREFIX + "LOG: Dauer: 1.000 ms")).isEqualTo(Languages.of("de").lenient());
    assertThat(lines(line, PREFIX + "LOG:  ready"))
        .as("the server's own form is preferred")
        .isEqualTo(Languages.english());
  }

  @Test
  void logOfAnotherProgramIsNotLenient() {
    assertThat(lines("2026-11-20 09:00:03 LOG: started", "2026-11-20 09:00:03 ERROR: failed"))
        .isEqualTo(Languages.english());
  }

  private static Languages lines(String... lines) {
    return LanguageDetector.ofLines(Arrays.stream(lines).map(LanguageDetectorTest::slice).toList());
  }

  private static Slice slice(String text) {
    return Slice.of(text.getBytes(UTF_8));
  }
}
