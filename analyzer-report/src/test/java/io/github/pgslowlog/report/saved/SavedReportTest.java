package io.github.pgslowlog.report.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Analyses;
import io.github.pgslowlog.report.JsonReport;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.report.SampleAnalyses;
import io.github.pgslowlog.report.SqlReport;
import io.github.pgslowlog.report.TextReport;
import io.github.pgslowlog.report.html.HtmlReport;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SavedReportTest {
  private static final ReportOptions WITH_VALUES = new ReportOptions(20, true, 80, false);

  static Stream<Analysis> analyses() {
    return SampleAnalyses.all();
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void everyReportOfWhatWasReadBackHasTheSameBytes(Analysis analysis) throws IOException {
    Analysis read = read(json(analysis, WITH_VALUES));

    assertThat(json(read, WITH_VALUES)).isEqualTo(json(analysis, WITH_VALUES));
    assertThat(json(read, ReportOptions.DEFAULT)).isEqualTo(json(analysis, ReportOptions.DEFAULT));
    assertThat(text(read)).isEqualTo(text(analysis));
    assertThat(sql(read)).isEqualTo(sql(analysis));
    assertThat(html(read)).isEqualTo(html(analysis));
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void valuesThatWereNotWrittenAreNotThere(Analysis analysis) throws IOException {
    String masked = json(analysis, ReportOptions.DEFAULT);

    assertThat(masked).doesNotContain("secret");
    assertThat(json(read(masked), ReportOptions.DEFAULT)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void whatWasReadBackNeverChanges(Analysis analysis) throws IOException {
    for (Query query : read(json(analysis, WITH_VALUES)).queries()) {
      Pattern pattern = query.pattern();
      Stream.concat(
              Stream.of(pattern.users(), pattern.databases(), pattern.applications()),
              pattern.tags().values().stream())
          .forEach(SavedReportTest::assertFixed);
      assertThatThrownBy(() -> pattern.tags().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  private static void assertFixed(SortedMap<String, Long> counts) {
    assertThatThrownBy(() -> counts.put("x", 1L)).isInstanceOf(UnsupportedOperationException.class);
  }

  /** So what is added up of saved reports is what is added up of the runs themselves. */
  @Test
  void whatWasNotUnderstoodIsReadBack() throws IOException {
    String prefix =
        "2026-11-20 09:00:00.100 UTC [41] app@shop LOG:  duration: 7.000 ms  statement: ";
    byte[] log =
        (prefix + "SELECT name FROM a, b WHERE a.id = b.id\n" + prefix + "SELECT ((a.x FROM a\n")
            .getBytes(StandardCharsets.UTF_8);
    Analysis run =
        LogAnalyzer.builder()
            .source(new StreamSource("a.log", new ByteArrayInputStream(log)))
            .build()
            .analyze();

    String json = json(run, ReportOptions.DEFAULT);
    Analysis read = read(json);

    assertThat(json)
        .contains("\"gaps\" : [\"outline\"]")
        .contains("\"gaps\" : [\"columns\"]")
        .contains("\"nulls\" : null, \"candidates\" : [\"a\", \"b\"] }");
    assertThat(read.coverage()).isEqualTo(run.coverage());
    assertThat(read.queries())
        .extracting(Query::gaps, Query::columns)
        .isEqualTo(run.queries().stream().map(q -> tuple(q.gaps(), q.columns())).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                           | this is no report
          []                                           | this is no report
          {}                                           | this is no report
          2026-11-20 09:00:00.100 UTC [41] LOG:  x     | this is no report
          \u001f\u008b                                 | not compressed
          {"schemaVersion":                            | r.json:1: this report ends in the middle: was it cut
          {"schemaVersion": x                          | r.json:1: this is not valid JSON
          {"schemaVersion": 2}                         | schemaVersion 2, and this program reads 1
          {"schemaVersion": "1"}                       | r.json: schemaVersion: a number is expected, and found is 1
          {"schemaVersion": 1}                         | r.json: totals: an object is expected, and found is nothing
          {"schemaVersion": 1, "queries": [{}]}        | r.json: queries[0].fingerprint: a text is expected
          {"schemaVersion": 1, "queries": {}}          | r.json: queries: an array is expected, and found is an object
          {"schemaVersion": 1, "queries": "x"}         | r.json: queries: an array is expected, and found is x
          {"schemaVersion": 1, "queries": [7]}         | r.json: queries[0]: an object is expected, and found is 7
          {"schemaVersion": 1, "x": 1e99999999999}     | r.json
          {"schemaVersion": 1, "totals": {"byKind": {}, "executions": 1, "executionMs": 1.0}, "week": [[672, 1, 1.000]]} | r.json: week[0]: a quarter of an hour of the week is expected
          {"schemaVersion": 1, "totals": {"byKind": {}, "executions": 1, "executionMs": 1.0}, "load": {"widthSeconds": 1, "from": null, "slices": [[-1, 1, 1.000]]}} | r.json: load.slices[0][0]: a small whole number is expected
          {"schemaVersion": 1, "totals": {"byKind": {}, "executions": 1, "executionMs": 1.0}, "load": {"widthSeconds": 1, "from": null, "slices": [[2, 1, 1.000], [2, 1, 1.000]]}} | r.json: load.slices: an array in ascending order is expected
          {"schemaVersion": 1, "totals": {"byKind": {}, "executions": 1, "executionMs": 1.0}, "load": {"widthSeconds": 3200000000, "from": null, "slices": [[9000, 1, 1.000]]}} | r.json: load.slices[0]: the number of a slice
          {"schemaVersion": -1}                        | r.json: schemaVersion: a whole number from 0 is expected, and found is -1
          {"schemaVersion": 1.5}                       | r.json: schemaVersion: a whole number
          {"schemaVersion": 1e-2147483647}             | r.json: schemaVersion: a whole number
          {"schemaVersion": 1e999999999}               | r.json: schemaVersion: a whole number
          {"schemaVersion": [1]}                       | r.json: schemaVersion: a number is expected, and found is an array
          {"schemaVersion": 1, "schemaVersion": 1}     | r.json:1: this is not valid JSON: Duplicate field
          {"schemaVersion": NaN}                       | r.json:1: this is not valid JSON
          {"schemaVersion": 1, "queries": [{"fingerprint": "+000000000000000000000000000000f"}]} | 32 hexadecimal digits
          """)
  void whatIsNoReportIsRefusedWithThePlace(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("r.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "squaredCallMicros" : \\d+   | "squaredCallMicros" : 1e300000000  | squaredCallMicros: a whole number of at most 38 digits
          "squaredCallMicros" : \\d+   | "squaredCallMicros" : 1e-999999999 | squaredCallMicros: a whole number of at most 38 digits
          "squaredCallMicros" : \\d+   | "squaredCallMicros" : 1            | squaredCallMicros: a sum of squares that fits the calls is expected
          "calls" : \\d+               | "calls" : -1                       | queries[0].calls: a whole number from 0 is expected
          "calls" : \\d+               | "calls" : 9223372036854775807      | queries[0].calls: a whole number
          "totalMs" : [0-9.]+          | "totalMs" : 1e-2147483647          | queries[0].totalMs: milliseconds from 0 with three decimals
          "totalMs" : [0-9.]+          | "totalMs" : 9223372036854775.807   | queries[0].totalMs: milliseconds
          "totalMs" : [0-9.]+          | "totalMs" : 1.0001                 | queries[0].totalMs: milliseconds
          "firstTime" : "2026          | "firstTime" : "+12026              | inputs[0].firstTime: a time such as
          "sqlParsedTimePercent" : \\d | "sqlParsedTimePercent" : 9         | coverage.sqlParsedTimePercent: percent with one decimal
          "fingerprint" : "\\w+"       | "fingerprint" : "aad4ff54eee5c5e4b9a4c0d8e4ae8d2b" | queries[1].fingerprint: a fingerprint that no other query has
          """)
  void whatCannotBeIsRefusedWithThePlace(String field, String other, String message)
      throws IOException {
    Analysis shop = SampleAnalyses.all().skip(1).findFirst().orElseThrow();
    String json = json(shop, ReportOptions.DEFAULT);
    String changed =
        message.contains("no other")
            ? json.replaceAll(field, other)
            : json.replaceFirst(field, other);

    assertThat(changed).isNotEqualTo(json);
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageStartingWith("r.json: ")
        .hasMessageContaining(message);
  }

  @Test
  void fieldsOfALaterProgramAndAMarkBeforeTheTextArePassedOver() throws IOException {
    String json = json(SampleAnalyses.all().findFirst().orElseThrow(), ReportOptions.DEFAULT);
    String later = "\uFEFF" + json.replaceFirst("\\{", "{ \"later\" : [ { \"a\" : 1 } ], ");

    assertThat(json(read(later), ReportOptions.DEFAULT)).isEqualTo(json);
  }

  /** A busy month. */
  @Test
  void manyTerabytesOfTemporaryFilesAreReadBack() throws IOException {
    String file =
        """
        2026-11-20 09:00:0%d.000 UTC [41] u@d LOG:  temporary file: path "base/pgsql_tmp/pgsql_tmp41.0", size 90000000000000
        2026-11-20 09:00:0%d.000 UTC [41] u@d STATEMENT:  SELECT 1 FROM t
        """;
    String json =
        json(Analyses.named("a.log", file.formatted(1, 1) + file.formatted(2, 2)), WITH_VALUES);

    assertThat(json).contains("\"bytes\" : 180000000000000");
    assertThat(json(read(json), WITH_VALUES)).isEqualTo(json);
  }

  @Test
  void textThatIsNestedForEverIsRefused() {
    String json = "{\"schemaVersion\": 1, \"x\": " + "[".repeat(100_000);

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageContaining("not valid JSON");
  }

  private static Analysis read(String json) throws IOException {
    return SavedReport.read(new StringReader(json), "r.json");
  }

  private static String json(Analysis analysis, ReportOptions options) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(analysis, options, out);
    return out.toString();
  }

  private static String text(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    TextReport.write(analysis, ReportOptions.DEFAULT, out);
    return out.toString();
  }

  private static String html(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(analysis, ReportOptions.DEFAULT, out);
    return out.toString();
  }

  private static String sql(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    SqlReport.write(analysis, out);
    return out.toString();
  }
}
