package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {
  @ParameterizedTest
  @CsvSource({
    "r.txt, TEXT",
    "r.json, JSON",
    "/a.b/R.JSON, JSON",
    "r.jsonl, JSON_LINES",
    "r.ndjson, JSON_LINES",
    "r.html, HTML",
    "r.htm, HTML",
    "r.md, MARKDOWN",
    "r.csv, CSV",
    "r.columns.csv, COLUMNS_CSV",
    "columns.csv, CSV",
    "r.sql, SQL"
  })
  void theNameOfAFileTellsTheFormat(String name, ReportFormat format) {
    assertThat(ReportFormat.ofName(name)).contains(format);
  }

  @ParameterizedTest
  @CsvSource({"r", "r.xml", "json", "folder/", "r.json.gz", "flyway"})
  void otherNamesTellNone(String name) {
    assertThat(ReportFormat.ofName(name)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theWordNamesTheFormat(ReportFormat format) {
    assertThat(ReportFormat.ofWord(format.word())).contains(format);
    assertThat(ReportFormat.ofWord(format.word() + "x")).isEmpty();
  }
}
