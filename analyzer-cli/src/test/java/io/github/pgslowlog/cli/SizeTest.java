package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes as people write them. */
class SizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0           | 0
          1048576     | 1048576
          270MB       | 270000000
          270 MB      | 270000000
          270mb       | 270000000
          1GB         | 1000000000
          1.5GB       | 1500000000
          500MiB      | 524288000
          2kB         | 2000
          2KiB        | 2048
          1TB         | 1000000000000
          1TiB        | 1099511627776
          17B         | 17
          0.9999kB    | 999
          8388607TiB  | 9223370937343148032
          """)
  void aNumberWithAUnit(String written, long bytes) {
    assertThat(Size.of(written)).contains(new Size(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MB",
        "many",
        "-1MB",
        "+1MB",
        "1,5GB",
        "1e9",
        "270M",
        "270MBytes",
        "1  MB",
        "1MB2",
        "٣MB",
        "1.MB",
        "8388608TiB",
        "1000000000000000000000",
      })
  void whatIsNoneOrTooMuch(String written) {
    assertThat(Size.of(written)).isEmpty();
  }
}
