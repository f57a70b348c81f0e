package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.report.saved.SavedReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values stand in the log wherever a server writes them: in statements, parameters, messages, what
 * belongs to these, and plans. Each is a word with {@code canary} in it, or a number or time with
 * {@code 42}; nothing else in the log has these.
 */
class ValuesStayInTheLogTest {
  private static final String VALUE = "(?i)canary|4242|ca4214|2042";

  @ParameterizedTest
  @ValueSource(strings = {"canaries.log", "canaries.csv"})
  void noReportHasValuesUnasked(String log) throws IOException {
    String reports = reports(Analyses.named(log, read(log)), false);

    assertThat(reports).doesNotContainPattern(VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canaries.log", "canaries.csv"})
  void norHasOneOfASavedReportThatHasNone(String log) throws IOException {
    StringWriter saved = new StringWriter();
    JsonReport.write(Analyses.named(log, read(log)), saved);
    Analysis analysis = SavedReport.read(new StringReader(saved.toString()), log);

    assertThat(reports(analysis, true)).doesNotContainPattern(VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"canaries.log", "canaries.csv"})
  void samplesHaveThemWhereAskedFor(String log) throws IOException {
    assertThat(reports(Analyses.named(log, read(log)), true)).contains("canary01");
  }

  private static String reports(Analysis analysis, boolean values) throws IOException {
    assertThat(analysis.queries()).hasSizeGreaterThan(1);
    assertThat(analysis.workload().history().events()).isNotEmpty();
    ReportOptions options = new ReportOptions(100, values, 200, false);
    StringWriter out = new StringWriter();
    for (ReportFormat format : ReportFormat.values()) {
      if (!format.isFolder()) {
        format.write(analysis, options, out);
      }
    }
    for (Query query : analysis.queries()) {
      PatternReport.write(analysis, query, options, out);
    }
    return out.toString();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = ValuesStayInTheLogTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
