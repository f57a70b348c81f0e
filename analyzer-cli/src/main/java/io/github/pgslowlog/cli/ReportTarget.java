package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.JsonReport;
import io.github.pgslowlog.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a report goes, and in which format.
 *
 * @param name a file name, or {@code -} for standard output
 * @param json JSON instead of text
 */
record ReportTarget(String name, boolean json) {
  /** By extension; empty for an extension that is not known. */
  static Optional<ReportTarget> of(String name) {
    if (name.endsWith(".json")) {
      return Optional.of(new ReportTarget(name, true));
    }
    boolean text = name.equals("-") || name.endsWith(".txt");
    return text ? Optional.of(new ReportTarget(name, false)) : Optional.empty();
  }

  void write(Analysis analysis, int top, PrintWriter standardOutput) {
    try {
      if (name.equals("-")) {
        writeTo(standardOutput, analysis, top);
        standardOutput.flush();
      } else {
        StringWriter report = new StringWriter();
        writeTo(report, analysis, top);
        PrivateFile.write(Path.of(name), report.toString());
      }
    } catch (IOException failure) {
      throw new AnalyzerException(
          name + ": the report cannot be written: " + reason(failure), failure);
    }
  }

  private void writeTo(Writer out, Analysis analysis, int top) throws IOException {
    if (json) {
      JsonReport.write(analysis, out);
    } else {
      TextReport.write(analysis, top, out);
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
