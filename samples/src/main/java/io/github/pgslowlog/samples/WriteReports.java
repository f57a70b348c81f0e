package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes reports, each in the format that the name of its file tells. */
public final class WriteReports {
  private WriteReports() {}

  /**
   * Analyzes a log.
   *
   * @param arguments the log, and the reports to write, such as {@code report.html report.json}
   * @throws IOException when a report cannot be written
   */
  public static void main(String... arguments) throws IOException {
    Analysis analysis = LogAnalyzer.builder().path(Path.of(arguments[0])).build().analyze();
    for (int i = 1; i < arguments.length; i++) {
      write(analysis, Path.of(arguments[i]));
    }
  }

  // region write
  static void write(Analysis analysis, Path file) throws IOException {
    ReportFormat format = ReportFormat.ofName(file.toString()).orElse(ReportFormat.TEXT);
    try (Writer out = Files.newBufferedWriter(file)) {
      format.write(analysis, ReportOptions.DEFAULT, out);
    }
  }
  // endregion
}
