package io.github.pgslowlog.report.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Analyses;
import io.github.pgslowlog.report.JsonReport;
import io.github.pgslowlog.report.PatternReport;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.report.SampleAnalyses;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A damaged report is refused with a message, or can be written in every format. */
class DamagedReportTest {
  private static final int CHANGES = Integer.getInteger("pgslowlog.fuzz", 100);

  private static final ReportOptions WITH_VALUES = new ReportOptions(20, true, 80, false);

  private static final Pattern VALUE =
      Pattern.compile("(?<=: |\\[|, )(-?[0-9][0-9.]*|\"[^\"]*\"|true|false|null)(?=[,\\]\\s])");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0.001",
          "1.5",
          "7",
          "1e5",
          "1e-999999999",
          "1e999999999",
          "9223372036854775807",
          "9223372036854775.807",
          "99999999999999999999999",
          "2147483648",
          "\"\"",
          "\"x\"",
          "\"0\"",
          "\":0\"",
          "\"a.b.c\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"2026-11-20T09:00:00.100Z\"",
          "\"\\u001b[2J\\ud800\"",
          "\"(\"",
          "[]",
          "{}",
          "[0]",
          "[[0, 1, 1.000]]",
          "{\"x\": 1}",
          "NaN",
          "");

  private static final String OTHER = json(Analyses.named("other.log", Analyses.SHOP));

  private final List<String> reports = SampleAnalyses.all().map(DamagedReportTest::json).toList();
  private final Random random = new Random(20_261_120);

  @Test
  void aReportCutAnywhereIsRefused() {
    for (String report : reports) {
      for (int i = 0; i < 20; i++) {
        int end = random.nextInt(report.length() - 2);
        assertThat(messageOf(report.substring(0, end))).as("cut at %s", end).contains("r.json");
      }
    }
  }

  @Test
  void aReportWithOtherValuesIsRefusedOrWritten() {
    for (int i = 0; i < CHANGES; i++) {
      String changed = reports.get(random.nextInt(reports.size()));
      for (int j = random.nextInt(3); j >= 0; j--) {
        changed = otherValue(changed);
      }
      refusedOrWritten(changed);
    }
  }

  @Test
  void aReportWithLinesTwiceOrMissingIsRefusedOrWritten() {
    for (int i = 0; i < CHANGES; i++) {
      List<String> lines =
          new ArrayList<>(reports.get(random.nextInt(reports.size())).lines().toList());
      int line = random.nextInt(lines.size());
      if (random.nextBoolean()) {
        lines.remove(line);
      } else {
        lines.add(line, lines.get(line));
      }
      refusedOrWritten(String.join("\n", lines));
    }
  }

  private String otherValue(String report) {
    Matcher values = VALUE.matcher(report);
    if (!values.find(random.nextInt(report.length())) && !values.find(0)) {
      return report;
    }
    return report.substring(0, values.start())
        + VALUES.get(random.nextInt(VALUES.size()))
        + report.substring(values.end());
  }

  private static void refusedOrWritten(String report) {
    try {
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> messageOf(report));
    } catch (RuntimeException | Error failure) {
      fail("not refused:\n" + report, failure);
    }
  }

  /** Why it is refused; empty if it can be merged with another, and written in every format. */
  private static String messageOf(String report) {
    try {
      Analysis analysis = read(report);
      write(analysis);
      write(Analysis.merge(List.of(analysis, read(OTHER))));
      return "";
    } catch (AnalyzerException refused) {
      assertThat(refused).hasMessageStartingWith("r.json");
      return String.valueOf(refused.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Analysis read(String report) throws IOException {
    return SavedReport.read(new StringReader(report), "r.json");
  }

  private static void write(Analysis analysis) throws IOException {
    for (ReportFormat format : ReportFormat.values()) {
      if (!format.isFolder()) {
        format.write(analysis, ReportOptions.DEFAULT, new StringWriter());
      }
    }
    for (Query query : analysis.queries()) {
      PatternReport.write(analysis, query, ReportOptions.DEFAULT, new StringBuilder());
    }
  }

  private static String json(Analysis analysis) {
    StringWriter out = new StringWriter();
    try {
      JsonReport.write(analysis, WITH_VALUES, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }
}
