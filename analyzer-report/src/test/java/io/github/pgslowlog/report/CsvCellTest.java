package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "=cmd|'=cmd",
        "+1|'+1",
        "-1|'-1",
        "@SUM(A1)|'@SUM(A1)",
        "  =1|  '=1",
        "\"=1|\"'=1",
        "\u00a0=1|\u00a0'=1",
        "\uFF1D1|'\uFF1D1",
        "a;=1|a;'=1",
        "a; \"=1\"|a; \"'=1\"",
        "a,@b|a,'@b",
        "a, -1|a, '-1",
        "==1|'==1",
        "a=b|a=b",
        "a; b=c|a; b=c",
        "a - 1|a - 1",
        "a\u0007b|a?b",
        "a\u202eb|a?b"
      })
  void textOfClientsIsNoFormula(String text, String cell) {
    assertThat(CsvCell.text(text)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r\n=1", "a\n=1", "\u0000=1", "a;\t=1", "\u200b=1", "\u2028+1"})
  void noInvisibleCharacterHidesOne(String text) {
    assertThat(CsvCell.text(text)).contains("?").doesNotContainPattern("[\\p{C}\u2028]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"a~a", "a b~a b", "a,b~`a,b`", "a;b~`a;b`", "a | b~`a | b`"})
  void whatSeparatesIsQuoted(String text, String cell) {
    assertThat(CsvCell.quoted(text)).isEqualTo(cell.replace('`', '"'));
  }

  @Test
  void aQuoteIsDoubled() {
    assertThat(CsvCell.quoted("a\"b")).isEqualTo("\"a\"\"b\"");
  }

  @Test
  void whereverALineIsSplitNoFormulaBegins() {
    Pattern formula = Pattern.compile("[\\s\"]*[=+@-].*");
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.append("a =+-@;,|\"\t\n'".charAt(random.nextInt(13)));
      }

      String cell = CsvCell.quoted(CsvCell.text(text.toString()));

      assertThat(cell.split("[;,|\t\r\n]"))
          .as(text.toString())
          .noneMatch(part -> formula.matcher(part).matches());
    }
  }
}
