package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How text is laid out; a narrow canvas shows it best. */
class TextCanvasTest {
  private final TextCanvas canvas = new TextCanvas(20);

  @Test
  void headingsAreUnderlined() {
    canvas.title("Report");
    canvas.heading("Part");

    assertThat(canvas.text())
        .isEqualTo(
            """
            Report
            ======

            Part
            ----
            """);
  }

  @Test
  void aLineIsCutAtTheWidth() {
    canvas.line("12345678901234567890");
    canvas.line("123456789012345678901");

    assertThat(canvas.text())
        .isEqualTo(
            """
            12345678901234567890
            12345678901234567...
            """);
  }

  @Test
  void anUnbrokenLineIsNeverCut() {
    String ddl = "CREATE INDEX CONCURRENTLY ON orders (customer_id)";

    canvas.unbroken(ddl);

    assertThat(canvas.text()).isEqualTo(ddl + "\n");
  }

  @Test
  void aParagraphWrapsAtSpacesAndIndentsWhatFollows() {
    canvas.paragraph("! one two three four five six seven", 2);

    assertThat(canvas.text())
        .isEqualTo(
            """
            ! one two three four
              five six seven
            """);
  }

  @Test
  void aWordLongerThanTheLineIsBroken() {
    canvas.paragraph("a " + "x".repeat(41), 2);

    assertThat(canvas.text())
        .isEqualTo(
            """
            a
              xxxxxxxxxxxxxxxxxx
              xxxxxxxxxxxxxxxxxx
              xxxxx
            """);
  }

  @Test
  void howeverDeepTextIsIndentedHalfOfTheWidthIsItsOwn() {
    canvas.paragraph(" ".repeat(30) + "one two three", 46);
    canvas.column("name", "one two three", 34);

    assertThat(canvas.text())
        .isEqualTo(
            """
                      one two
                      three
            name      one two
                      three
            """);
  }

  @Test
  void aFirstLineIsNotBrokenWithinItsBlanks() {
    canvas.paragraph(" ".repeat(8) + "x".repeat(13), 4);

    assertThat(canvas.text()).isEqualTo("        xxxxxxxxxxxx\n    x\n");
  }

  @Test
  void anExcerptEndsWithDotsWhenItIsLonger() {
    canvas.excerpt("SELECT a, b, c FROM orders WHERE id = 1 AND b = 2 AND c = 3", 4, 2);

    assertThat(canvas.text())
        .isEqualTo(
            """
                SELECT a, b, c
                FROM orders W...
            """);
  }

  @Test
  void aColumnBeginsAtItsPlaceOrBelowALongName() {
    canvas.column("short", "equality, range", 8);
    canvas.column("longer_than_8", "equality", 8);
    canvas.column("longer_than_the_whole_line", "in", 8);

    assertThat(canvas.text())
        .isEqualTo(
            """
            short   equality,
                    range
            longer_than_8
                    equality
            longer_than_the_w...
                    in
            """);
  }

  @Test
  void aSurrogatePairIsNeitherCutNorBroken() {
    String emoji = "\uD83D\uDE00";

    canvas.line("1234567890123456" + emoji.repeat(3));
    canvas.paragraph("1234567890123456789" + emoji, 0);

    assertThat(canvas.text())
        .isEqualTo("1234567890123456...\n1234567890123456789\n" + emoji + "\n");
  }

  @Test
  void wideCharactersTakeTwoCells() {
    canvas.title("\u65e5\u672c");
    canvas.column("\u65e5\u672c", "in", 8);
    canvas.line("\u65e5".repeat(11));
    canvas.paragraph("\u65e5".repeat(11), 0);

    assertThat(canvas.text().lines())
        .containsExactly(
            "\u65e5\u672c",
            "====",
            "\u65e5\u672c    in",
            "\u65e5".repeat(8) + "...",
            "\u65e5".repeat(10),
            "\u65e5");
  }

  @Test
  void textOfMillionsOfCharactersIsWrappedAtOnce() {
    String word = "x".repeat(3_000_000);

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> canvas.paragraph(word, 2));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> canvas.sql("SELECT " + "a, ".repeat(1_000_000), 2));

    assertThat(canvas.text().lines())
        .allMatch(line -> line.length() <= 20)
        .hasSizeGreaterThan(300_000);
  }

  @Test
  void newlinesOfLogTextAreNoNewLines() {
    canvas.paragraph("a\nb\r\nc\u2028d", 0);
    canvas.line("\u001b[31mred");
    canvas.unbroken("x\u202ey");

    assertThat(canvas.text()).isEqualTo("a?b??c?d\n?[31mred\nx?y\n");
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noTextIsWiderThanTheCanvasOrLost(int seed) {
    Random random = new Random(seed);
    String text = randomText(random);

    canvas.paragraph(text, random.nextInt(8));

    String written = canvas.text();
    assertThat(written.lines()).allMatch(line -> Cells.of(line) <= 20);
    assertThat(written.codePoints()).noneMatch(c -> c != '\n' && PlainText.isActive(c));
    assertThat(letters(written)).isEqualTo(letters(PlainText.of(text)));
  }

  private static String randomText(Random random) {
    String[] pieces = {
      "a",
      "word",
      " ",
      "  ",
      "\uD83D\uDE00",
      "\u001b",
      "\n",
      "x".repeat(30),
      "\u9500\u552e",
      "\u0301"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static String letters(String text) {
    return text.replaceAll("\\s", "");
  }
}
