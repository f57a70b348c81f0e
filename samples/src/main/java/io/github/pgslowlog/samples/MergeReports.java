package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.report.saved.SavedReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds saved reports of several servers up. */
public final class MergeReports {
  private MergeReports() {}

  /**
   * Prints the sum of reports.
   *
   * @param arguments JSON reports
   * @throws IOException when one cannot be read
   */
  public static void main(String... arguments) throws IOException {
    merge(new PrintWriter(System.out, false, StandardCharsets.UTF_8), arguments);
  }

  static void merge(Writer out, String... reports) throws IOException {
    // region merge
    List<Analysis> servers = new ArrayList<>();
    for (String report : reports) {
      try (Reader json = Files.newBufferedReader(Path.of(report))) {
        servers.add(SavedReport.read(json, report));
      }
    }
    Analysis sum = Analysis.merge(servers);

    ReportFormat.MARKDOWN.write(sum, ReportOptions.DEFAULT, out);
    // endregion
  }
}
