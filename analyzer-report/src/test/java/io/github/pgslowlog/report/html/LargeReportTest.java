package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gg.jte.output.StringOutput;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of 5,000 patterns is at most 5 MB and opens at once. */
class LargeReportTest {
  private static final int PATTERNS = 5_000;
  private static Analysis analysis = Logs.stderr("");

  @TempDir private Path folder;

  @BeforeAll
  static void analyze() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 4 * PATTERNS; i++) {
      int n = i % PATTERNS;
      log.append(
          String.format(
              Locale.ROOT,
              "2026-11-20 09:%02d:%02d.%03d UTC [%d] user_%d@shop LOG:  duration: %d.%03d ms "
                  + " statement: SELECT t%d.id, t%d.name, count(*) AS number, sum(t%d.amount) FROM"
                  + " orders_%d t%d JOIN customers c ON c.id = t%d.customer_id LEFT JOIN"
                  + " addresses a ON a.customer_id = c.id WHERE t%d.column_%d = %d AND t%d.created_at"
                  + " > '2026-01-01' GROUP BY t%d.id, t%d.name ORDER BY count(*) DESC LIMIT 20%n",
              i / 400 % 60,
              i / 7 % 60,
              i % 1000,
              41 + n % 50,
              n % 20,
              1 + n % 977,
              i % 1000,
              n % 7,
              n % 7,
              n % 7,
              n % 300,
              n % 7,
              n % 7,
              n % 7,
              n,
              i,
              n % 7,
              n % 7,
              n % 7));
    }
    analysis = MadeUp.history(Logs.stderr(log.toString()));
  }

  @Test
  void itIsAtMostFiveMegabytesAndHasAllPatterns() throws IOException {
    assertThat(analysis.queries()).hasSize(PATTERNS);

    Path page = write();

    assertThat(Files.size(page)).isLessThan(5_000_000);
    assertThat(count(Files.readString(page), "{\"f\":\"")).isEqualTo(PATTERNS);
  }

  @Test
  void withLessRoomMostPatternsAreShortButAllHaveTheirNumbers() throws IOException {
    StringOutput out = new StringOutput();

    new ReportData(new Ties(analysis, ReportOptions.DEFAULT), 3_000_000).writeTo(out);

    long calls = 0;
    long micros = 0;
    try (JsonParser json = new JsonFactory().createParser(out.toString())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        boolean field = token == JsonToken.FIELD_NAME;
        if (field && json.currentName().equals("c")) {
          calls += json.nextLongValue(0);
        } else if (field && json.currentName().equals("m")) {
          micros += json.nextLongValue(0);
        }
      }
    }
    assertThat(out.toString().length()).isLessThan(3_010_000);
    assertThat(count(out.toString(), "\"z\":1")).isBetween(PATTERNS / 2, PATTERNS - 100);
    assertThat(calls).isEqualTo(4L * PATTERNS);
    assertThat(micros).isEqualTo(analysis.workload().executionMicros());
  }

  @Test
  void whatHasNoRoomAtAllIsLeftOutAndCounted() {
    StringOutput out = new StringOutput();

    new ReportData(new Ties(analysis, ReportOptions.DEFAULT), 100_000).writeTo(out);

    int shown = count(out.toString(), "{\"f\":\"");
    assertThat(shown).isBetween(100, 1_000);
    assertThat(out.toString()).contains("\"left\":" + (PATTERNS - shown) + ",");
    assertThat(out.toString().length()).isLessThan(110_000);
  }

  /** The time is for people to read; the bound is far above it. */
  @Test
  void itOpensAtOnce() throws IOException {
    Assumptions.assumeTrue(Chromium.isInstalled());
    try (Chromium browser = new Chromium(Files.createDirectory(folder.resolve("profile")))) {
      browser.open(write(), "");

      assertThat(browser.number("document.querySelectorAll('#rows .row').length")).isEqualTo(50);
      long opened =
          browser.number(
              "Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)");
      browser.run(
          "const t = document.getElementById('f-text'); t.value = 'column_4711';"
              + " t.dispatchEvent(new Event('input', {bubbles: true}))");
      browser.until("document.querySelectorAll('#rows .row').length === 1");
      System.out.println("A report of 5,000 patterns opened in " + opened + " ms");
      assertThat(opened).isLessThan(30_000);
      assertThat(browser.console()).isEmpty();
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private Path write() throws IOException {
    Path page = folder.resolve("large.html");
    try (Writer out = Files.newBufferedWriter(page)) {
      HtmlReport.write(analysis, ReportOptions.DEFAULT, out);
    }
    return page;
  }
}
