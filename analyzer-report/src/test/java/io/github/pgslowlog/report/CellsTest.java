package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "SELECT, 6",
    "größe, 5",
    "кириллица, 9",
    "שלום, 4",
    "日本語, 6",
    "한국, 4",
    "ｆｕｌｌ, 8",
    "😀, 2",
    "\uD834\uDF00\uD834\uDF56, 4",
    "\uD834\uDF57, 1",
    "\uD834\uDF60\uD834\uDF76, 4",
    "\uD834\uDF77, 1",
    "e\u0301, 2",
    "#|-─█, 5"
  })
  void wideOnesAreTwo(String text, int cells) {
    assertThat(Cells.of(text)).isEqualTo(cells);
  }

  @Test
  void aPartEndsBeforeWhatDoesNotFit() {
    assertThat(Cells.end("a日b", 0, 1)).isEqualTo(1);
    assertThat(Cells.end("a日b", 0, 2)).isEqualTo(1);
    assertThat(Cells.end("a日b", 0, 3)).isEqualTo(2);
    assertThat(Cells.end("a日b", 1, 9)).isEqualTo(3);
    assertThat(Cells.end("😀😀", 0, 3)).isEqualTo(2);
    assertThat(Cells.end("日", 0, 1)).isZero();
  }
}
