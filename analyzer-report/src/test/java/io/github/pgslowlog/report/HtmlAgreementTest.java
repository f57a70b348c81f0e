package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.html.HtmlReport;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page and the JSON report of an analysis have the same numbers. */
class HtmlAgreementTest {
  @Test
  void patternsHaveTheNumbersOfTheJsonReport() throws IOException {
    Analysis analysis = Analyses.of(Analyses.SHOP);
    JsonTree report = JsonTree.parse(Analyses.json(analysis));
    JsonTree page = data(analysis);

    List<JsonTree> queries = report.field("queries").items();
    List<JsonTree> patterns = page.field("patterns").items();
    assertThat(patterns).hasSameSizeAs(queries).hasSize(3);
    for (int i = 0; i < queries.size(); i++) {
      JsonTree query = queries.get(i);
      JsonTree pattern = patterns.get(i);
      assertThat(pattern.field("f").text()).isEqualTo(query.field("fingerprint").text());
      assertThat(pattern.field("c").text()).isEqualTo(query.field("calls").text());
      assertThat(millis(pattern.field("m"))).isEqualTo(query.field("totalMs").text());
      List<JsonTree> durations = pattern.field("d").items();
      String[] fields = {"minMs", "maxMs", "meanMs", "stddevMs", "p50Ms", "p95Ms", "p99Ms"};
      for (int j = 0; j < fields.length; j++) {
        assertThat(millis(durations.get(j))).as(fields[j]).isEqualTo(query.field(fields[j]).text());
      }
    }
    assertThat(millis(page.field("micros")))
        .isEqualTo(report.field("totals").field("executionMs").text());
  }

  private static String millis(JsonTree micros) {
    return new BigDecimal(micros.text()).movePointLeft(3).setScale(3).toPlainString();
  }

  private static JsonTree data(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(analysis, ReportOptions.DEFAULT, out);
    String page = out.toString();
    String tag = "id=\"data\">";
    int from = page.indexOf(tag) + tag.length();
    return JsonTree.parse(page.substring(from, page.indexOf("</script>", from)));
  }
}
